package dev.bongsu.cli;

import java.util.List;

/// One check of `doctor`.
interface DoctorCheck {

  /// The subject of the check, one or two words in lower case.
  String name();

  /// Runs the check. An expected failure is a finding; `doctor` turns an exception into one.
  ///
  /// @return not empty
  List<Finding> findings();

  /// What to do if the check ends with an exception.
  default String fix() {
    return "see the failures above; data/bongsu.log may have details";
  }
}
