package account

import (
	"slices"

	"erba/kernel"
)

// Merged is emitted when an account turned out to be another one. Whoever keeps
// rows of From moves them to Into, and remembers under Merge which ones.
type Merged struct{ Merge, From, Into kernel.ID }

// Parted is emitted when a merge is undone: what Merge had moved goes back to From.
type Parted struct{ Merge, From, Into kernel.ID }

// Merge is one account taken into another.
type Merge struct {
	ID       kernel.ID `json:"id"        db:"id"`
	From     kernel.ID `json:"from"      db:"from_id"`
	Into     kernel.ID `json:"into"      db:"into_id"`
	FromCode string    `json:"from_code" db:"from_code"`
	FromName string    `json:"from_name" db:"from_name"`
	Actor    string    `json:"actor"     db:"actor"`
	MergedAt int64     `json:"merged_at" db:"merged_at" doc:"Microseconds since 1970, UTC"`
	UndoneAt *int64    `json:"undone_at,omitempty" db:"undone_at"`
	Before   string    `json:"-"         db:"before"` // a before, as JSON
}

// before is what undoing a merge needs to know.
type before struct {
	From, Into Account
	Children   []kernel.ID // hung below From
	Referred   []kernel.ID // named From as their referrer
	Earlier    []kernel.ID // had been merged into From
}

// united is Into with what From adds: what Into does not know, and the fields
// that are chosen from From. The code stays.
func united(from, into Account, take []string) Account {
	next := into
	for _, f := range fields {
		chosen := slices.Contains(take, f.name) || f.text(into) == ""
		if f.name != "code" && f.text(from) != "" && chosen {
			f.take(&next, from)
		}
	}
	next.Team = slices.Clone(into.Team)
	for _, user := range append([]kernel.ID{from.Owner}, from.Team...) {
		if !user.IsZero() && user != next.Owner && !slices.Contains(next.Team, user) {
			next.Team = append(next.Team, user)
		}
	}
	return next
}

// parted is what is left of an account when a merge is undone: a field goes
// back to its value before, unless somebody has changed it since.
func parted(now Account, was before, merged []Change) Account {
	next := now
	for _, f := range fields {
		i := slices.IndexFunc(merged, func(c Change) bool { return c.Field == f.name })
		if i >= 0 && merged[i].New == f.text(now) {
			f.take(&next, was.Into)
		}
	}
	next.Team = nil
	for _, user := range now.Team {
		came := !slices.Contains(was.Into.Team, user) && (user == was.From.Owner || slices.Contains(was.From.Team, user))
		if !came {
			next.Team = append(next.Team, user)
		}
	}
	return next
}
