package dev.bongsu.archive;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The folder of the archive.
///
/// @param path a folder of this node's own; it may be deleted, and is rebuilt
@ConfigurationProperties("bongsu.archive")
public record ArchiveSettings(@DefaultValue("data/archive") Path path) {}
