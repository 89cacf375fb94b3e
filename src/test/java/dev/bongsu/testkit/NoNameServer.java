package dev.bongsu.testkit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/// Keeps tests from asking name servers: only this machine has a name.
public final class NoNameServer extends InetAddressResolverProvider {

  @Override
  public String name() {
    return "no name server";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver system = configuration.builtinResolver();
    String thisMachine = configuration.lookupLocalHostName();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (!host.equalsIgnoreCase("localhost") && !host.equals(thisMachine)) {
          throw new UnknownHostException(host + ": tests ask no name server");
        }
        return system.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(address).getHostAddress();
      }
    };
  }
}
