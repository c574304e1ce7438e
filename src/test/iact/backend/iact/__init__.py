"""Backend IACT: analítica de centro de llamadas e IVR."""
