package dev.bongsu.cli;

import dev.bongsu.config.StartupFailure;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `doctor`: checks everything the bot needs, and names a fix for each failure.
@Command(
    name = "doctor",
    description = {
      "Check settings, tokens, database, feeds and word lists, and say how to fix what is wrong.",
      "Changes nothing; may be run beside a running bot."
    })
final class DoctorCommand extends CliCommand<List<DoctorCheck>> {

  DoctorCommand(Supplier<List<DoctorCheck>> checks, PrintStream out, PrintStream err) {
    super(checks, out, err);
  }

  @Override
  void run(List<DoctorCheck> checks, Output output) {
    int failed = 0;
    int all = 0;
    for (DoctorCheck check : checks) {
      for (Finding finding : runCheck(check)) {
        show(finding, output);
        all++;
        failed += finding.ok() ? 0 : 1;
      }
    }
    if (failed > 0) {
      output.failOverall("doctor", "%d of %d checks failed".formatted(failed, all));
    }
  }

  private List<Finding> runCheck(DoctorCheck check) {
    try {
      return check.findings();
    } catch (RuntimeException e) {
      String detail = "could not be checked: " + String.join("; ", StartupFailure.of(e).lines());
      return List.of(Finding.failed(check.name(), detail, check.fix()));
    }
  }

  private static void show(Finding finding, Output output) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("check", finding.check());
    fields.put("ok", finding.ok());
    fields.put("detail", finding.detail());
    fields.put("fix", finding.fix());
    String line =
        "%-4s  %-20s  %s"
            .formatted(finding.ok() ? "ok" : "FAIL", finding.check(), finding.detail());
    output.show(finding.fix() == null ? line : line + "\n      → " + finding.fix(), fields);
  }
}
