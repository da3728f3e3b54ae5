"""How staff sign in: second factors, lock-outs, sessions. Visitors have no accounts."""
