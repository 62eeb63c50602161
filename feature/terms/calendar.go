package terms

import (
	"strings"

	"erba/kernel"
)

// Day is one of which the calendar says otherwise than the week does.
type Day struct {
	On      kernel.Date `json:"on"      db:"on_day"`
	Working bool        `json:"working" db:"working" doc:"A Saturday or Sunday on which people work; else a day off"`
	Name    string      `json:"name"    db:"name"`
}

const longestName = 60

// Check refuses a day that says nothing.
func (d *Day) Check() error {
	d.Name = strings.TrimSpace(d.Name)
	switch {
	case d.On.IsZero() || d.On.Compare(kernel.On(2000, 1, 1)) < 0 || d.On.Compare(kernel.On(2200, 1, 1)) >= 0:
		return kernel.Invalid("terms.bad_day").In("on")
	case d.Name == "" || len([]rune(d.Name)) > longestName:
		return kernel.Invalid("terms.bad_name", "max", longestName).In("name")
	}
	return nil
}
