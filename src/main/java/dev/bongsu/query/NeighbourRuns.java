package dev.bongsu.query;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs of neighbouring parts of a query, which may form one word together.
public final class NeighbourRuns {
  static final int MAX_LENGTH = 4;

  private NeighbourRuns() {}

  /// The runs of two to four neighbours that contain a part, in order.
  public static Stream<List<Query>> containing(List<Query> parts, int at) {
    return IntStream.rangeClosed(Math.max(0, at - MAX_LENGTH + 1), at)
        .boxed()
        .flatMap(
            from ->
                IntStream.rangeClosed(
                        Math.max(at + 1, from + 2), Math.min(from + MAX_LENGTH, parts.size()))
                    .mapToObj(to -> parts.subList(from, to)));
  }
}
