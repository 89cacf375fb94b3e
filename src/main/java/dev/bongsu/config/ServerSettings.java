package dev.bongsu.config;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The HTTP server of health, metrics and Slack. Boot reads these settings; the record checks them
/// before the start.
///
/// @param port its port; `0` for any free one
/// @param address its address; without a value all interfaces in Slack's HTTP mode, else loopback
@ConfigurationProperties("server")
record ServerSettings(
    @DefaultValue("8080") int port, @DefaultValue("127.0.0.1") InetAddress address) {
  ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535");
    }
  }
}
