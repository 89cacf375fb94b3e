package dev.bongsu.cli;

import java.util.List;

/// One thing that `doctor` looks at.
public interface DoctorCheck {

  /// What is looked at: a word or two in lower case.
  String name();

  /// Looks. Expected trouble is a finding; an exception is told as one.
  ///
  /// @return not empty
  List<Finding> findings();

  /// What to do if it cannot be looked at.
  default String fix() {
    return "see the failures above; data/bongsu.log may say more";
  }
}
