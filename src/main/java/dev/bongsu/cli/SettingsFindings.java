package dev.bongsu.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with the settings, one finding each.
///
/// @param problems one line each; empty if all is well
record SettingsFindings(List<String> problems) implements DoctorCheck {
  private static final Pattern SUGGESTION = Pattern.compile("(.*); did you mean (.*)\\?");

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public List<Finding> findings() {
    return problems.isEmpty()
        ? List.of(Finding.passed(name(), "every name is known and every value can be used"))
        : problems.stream().map(this::finding).toList();
  }

  private Finding finding(String problem) {
    Matcher suggestion = SUGGESTION.matcher(problem);
    return suggestion.matches()
        ? Finding.failed(name(), suggestion.group(1), "write " + suggestion.group(2))
        : Finding.failed(
            name(), problem, "set it right; config/application.yaml explains every setting");
  }
}
