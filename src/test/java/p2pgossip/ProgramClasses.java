package p2pgossip;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/// The program's classes, read once for all tests of its architecture.
final class ProgramClasses {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("p2pgossip");

  private ProgramClasses() {}

  static JavaClasses all() {
    return ALL;
  }

  static void check(ArchRule rule) {
    rule.check(ALL);
  }
}
