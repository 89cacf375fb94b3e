package dev.bongsu.cli;

import dev.bongsu.analysis.LineProblem;
import java.util.List;
import java.util.function.Supplier;

/// Whether each line of a word list of the operator is valid.
///
/// @param name of the check
/// @param file name of the list
/// @param problems reads the list and returns its invalid lines
record WordListCheck(String name, String file, Supplier<List<LineProblem>> problems)
    implements DoctorCheck {
  @Override
  public List<Finding> findings() {
    List<LineProblem> bad = problems.get();
    return bad.isEmpty()
        ? List.of(Finding.passed(name, "every line of %s is valid".formatted(file)))
        : bad.stream().map(this::finding).toList();
  }

  private Finding finding(LineProblem problem) {
    return Finding.failed(
        name,
        "%s line %d: %s; the line is ignored".formatted(file, problem.line(), problem.message()),
        "fix or remove line %d of %s and restart the bot".formatted(problem.line(), file));
  }
}
