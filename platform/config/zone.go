package config

import (
	"time"

	"erba/kernel"
)

// Home is where the company lives. What the machine calls its own zone is refused:
// it would be another one elsewhere.
func (c Config) Home() (*time.Location, error) {
	home, err := time.LoadLocation(c.Zone)
	if err != nil || c.Zone == "" || c.Zone == "Local" {
		return nil, kernel.Invalid("config.no_zone", "zone", c.Zone)
	}
	return home, nil
}
