package development

import (
	"slices"
	"strings"

	"erba/kernel"
)

// Joint teams, one of which each meeting is.
var JointTeams = []string{"operations", "research", "surroundings", "finance", "market", "board"}

// Meeting is one of a joint team of both companies.
type Meeting struct {
	ID      kernel.ID   `json:"id"              db:"id"`
	Account kernel.ID   `json:"account"         db:"account_id" row:"account"`
	Team    string      `json:"team"            db:"team" enum:"operations,research,surroundings,finance,market,board"`
	On      kernel.Date `json:"on"              db:"met_on"`
	Subject string      `json:"subject"         db:"subject"`
	Author  kernel.ID   `json:"author,omitzero" db:"author_id"`
	By      string      `json:"by"              db:"author"`
	Version int64       `json:"version"         db:"version"`
}

// Revision is the version that a change must name.
func (m Meeting) Revision() int64 { return m.Version }

const oldest = 120 // months that a meeting may lie back

// Check reports the first rule that a meeting breaks on a day.
func (m Meeting) Check(today kernel.Date) error {
	switch {
	case !slices.Contains(JointTeams, m.Team):
		return kernel.Invalid("development.bad_team").In("team")
	case m.On.IsZero() || m.On.Compare(today) > 0 || m.On.Compare(today.AddMonths(-oldest)) < 0:
		return kernel.Invalid("development.bad_day").In("on")
	case runes(strings.TrimSpace(m.Subject)) < 2 || runes(m.Subject) > longest:
		return kernel.Invalid("development.bad_subject", "max", longest).In("subject")
	}
	return nil
}

// teams counts those that have met.
func teams(all []Meeting) int {
	met := map[string]bool{}
	for _, m := range all {
		met[m.Team] = true
	}
	return len(met)
}
