package account

import (
	"strings"

	"erba/kernel"
)

// View is a list that a user keeps: its filters, order and columns, as the
// screen wrote them into its address.
type View struct {
	ID    kernel.ID `json:"id"    db:"id"`
	User  kernel.ID `json:"-"     db:"user_id"`
	Name  string    `json:"name"  db:"name"`
	Query string    `json:"query" db:"query" doc:"The part of the address behind the question mark"`
}

const longestQuery = 2000

// Check reports the first rule the view breaks.
func (v View) Check() error {
	switch {
	case strings.TrimSpace(v.Name) == "" || len([]rune(v.Name)) > longestText:
		return kernel.Invalid("account.bad_view", "max", longestText)
	case len(v.Query) > longestQuery:
		return kernel.Invalid("account.view_too_long")
	}
	return nil
}
