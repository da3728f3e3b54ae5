"""What `make` runs: setting up, testing and serving. No part of the site itself."""
