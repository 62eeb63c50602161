// Package team decides who works on an account and who else may look: the
// dated team, shares for a while, service, who does whose work while he is
// away, and the regions of managers. It tells of everybody why he sees it.
package team

import (
	"strings"

	"erba/kernel"
)

// Roles are what somebody can do in the team of an account.
var Roles = []string{"lead", "sales", "technical", "service", "finance", "sponsor"}

const (
	longestShare = 366 // days
	longestAway  = 180 // days
	longestWhy   = 300 // characters of a reason
)

// Member works on an account for some days; an empty day is open to that side.
type Member struct {
	Account kernel.ID   `json:"-"`
	User    kernel.ID   `json:"user"`
	Role    string      `json:"role"`
	From    kernel.Date `json:"from,omitzero"`
	Until   kernel.Date `json:"until,omitzero"`
}

// Check reports the first rule a member breaks.
func (m Member) Check() error {
	if !known(m.Role) {
		return kernel.Invalid("team.bad_role", "role", m.Role)
	}
	if !m.From.IsZero() && !m.Until.IsZero() && m.Until.Compare(m.From) < 0 {
		return kernel.Invalid("team.bad_days")
	}
	return nil
}

func known(role string) bool {
	for _, r := range Roles {
		if r == role {
			return true
		}
	}
	return false
}

// checkDays wants days that end, soon enough and not before today.
func checkDays(from, until, today kernel.Date, most int) error {
	switch {
	case from.IsZero() || until.IsZero() || until.Compare(from) < 0:
		return kernel.Invalid("team.bad_days")
	case until.Compare(today) < 0:
		return kernel.Invalid("team.past_days")
	case until.Days(from) >= most:
		return kernel.Invalid("team.too_long", "max", most)
	}
	return nil
}

// checkWhy wants a reason.
func checkWhy(reason string) error {
	if n := len([]rune(strings.TrimSpace(reason))); n == 0 || n > longestWhy {
		return kernel.Invalid("team.why", "max", longestWhy)
	}
	return nil
}
