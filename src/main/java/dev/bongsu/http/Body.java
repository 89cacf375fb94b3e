package dev.bongsu.http;

/// The decompressed bytes of a response. Shared, not copied: do not modify them.
public final class Body {
  private final byte[] bytes;

  public Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
