package dev.bongsu.storage;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads a claimed row.
@FunctionalInterface
public interface ClaimedRowMapper<T> {
  T map(Claim claim, ResultSet row) throws SQLException;
}
