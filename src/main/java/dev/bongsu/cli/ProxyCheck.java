package dev.bongsu.cli;

import dev.bongsu.http.Proxies;
import java.util.List;
import java.util.function.Supplier;

/// Which proxy requests go through, without its password. Whether it answers is seen by the checks
/// of the platforms.
record ProxyCheck(Supplier<Proxies> proxies) implements DoctorCheck {
  @Override
  public String name() {
    return "proxy";
  }

  @Override
  public List<Finding> findings() {
    return List.of(
        Finding.passed(
            name(), proxies.get().description().orElse("none, requests go out directly")));
  }

  @Override
  public String fix() {
    return "set bongsu.http.proxy, or none there to leave the environment's out";
  }
}
