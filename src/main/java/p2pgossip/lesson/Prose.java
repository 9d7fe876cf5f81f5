package p2pgossip.lesson;

import java.util.List;

/// Text to read, block by block.
public sealed interface Prose {

  /// @param level 2 to 4
  record Heading(int level, List<Span> spans) implements Prose {
    public Heading {
      spans = List.copyOf(spans);
    }
  }

  record Paragraph(List<Span> spans) implements Prose {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /// @param numbered from 1 on; else each item has a dot
  record Items(boolean numbered, List<List<Prose>> items) implements Prose {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /// Lines that keep their breaks and spaces.
  record Sample(String text) implements Prose {}
}
