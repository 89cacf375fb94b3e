package dev.bongsu.delivery;

/// The number of a delivery's row; in a chat, deliveries of one priority are sent in its order.
record DeliveryId(long value) {}
