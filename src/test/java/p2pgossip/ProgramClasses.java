package p2pgossip;

import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;

/// The program's classes and those of its tests, read once for all rules.
final class ProgramClasses {

  private static final DescribedPredicate<JavaClass> ARE_OF_THE_TESTS =
      DescribedPredicate.describe(
          "are of the tests",
          it ->
              it.getSource()
                  .filter(source -> ImportOption.Predefined.ONLY_INCLUDE_TESTS.includes(at(source)))
                  .isPresent());

  private static final JavaClasses READ = new ClassFileImporter().importPackages("p2pgossip");

  private static final JavaClasses ALL = READ.that(not(ARE_OF_THE_TESTS));

  private static final JavaClasses TESTS = READ.that(ARE_OF_THE_TESTS);

  private ProgramClasses() {}

  private static Location at(Source source) {
    return Location.of(source.getUri());
  }

  static JavaClasses all() {
    return ALL;
  }

  static JavaClasses tests() {
    return TESTS;
  }

  static void check(ArchRule rule) {
    rule.check(ALL);
  }
}
