// Package industry decides what the industries of our customers are to us: which
// one an account belongs to, how its companies buy, which of them to go for
// (method M22), what revenue consists of (method M48), what the ownership of a
// company lets one expect (method M27), and with whom to begin (method M28).
//
// The dictionary of industries is data: it is shipped with those of the sources
// and belongs to whoever keeps it. What accounts call their industry is matched
// with it, never changed; a word that nobody has matched belongs to no industry,
// and is shown as such.
package industry

import (
	"regexp"
	"slices"
	"strings"

	"erba/kernel"
)

// Industry is one of the dictionary, with how its companies buy.
type Industry struct {
	ID         kernel.ID `json:"id"         db:"id"`
	Code       string    `json:"code"       db:"code"       doc:"Never changes; settings name industries by it"`
	Name       string    `json:"name"       db:"name"       doc:"In Chinese"`
	English    string    `json:"english"    db:"english"`
	Group      string    `json:"group"      db:"league"     enum:",large,small,tracked" doc:"五大, 五小, 五跟踪"`
	Central    string    `json:"central"    db:"central"    enum:",headquarters,province,local,scattered" doc:"Where it is decided what is bought; empty: not known"`
	Mode       string    `json:"mode"       db:"mode"       enum:",tender,project,own" doc:"How it is bought; empty: not known"`
	Department string    `json:"department" db:"department" doc:"Who usually buys"`
	Note       string    `json:"note"       db:"note"`
	ChangedAt  int64     `json:"-"          db:"changed_at"`
	Version    int64     `json:"version"    db:"version"`
}

// Revision is the version that a write must name to replace it.
func (i Industry) Revision() int64 { return i.Version }

var (
	groups  = []string{"", "large", "small", "tracked"}
	central = []string{"", "headquarters", "province", "local", "scattered"}
	modes   = []string{"", "tender", "project", "own"}
	codes   = regexp.MustCompile(`^[a-z][a-z0-9_]{1,29}$`)
)

const (
	longestName = 30
	longestText = 200
)

// Check reports the first rule that the industry breaks.
func (i Industry) Check() error {
	switch {
	case !codes.MatchString(i.Code):
		return kernel.Invalid("industry.bad_code", "code", i.Code)
	case i.Name == "" || i.English == "" || runes(i.Name) > longestName || runes(i.English) > longestName:
		return kernel.Invalid("industry.bad_name", "max", longestName)
	case runes(i.Department) > longestText || runes(i.Note) > longestText:
		return kernel.Invalid("industry.too_long", "max", longestText)
	case !slices.Contains(groups, i.Group) || !slices.Contains(central, i.Central) || !slices.Contains(modes, i.Mode):
		return kernel.Invalid("industry.bad_profile", "industry", i.Name)
	}
	return nil
}

func runes(s string) int { return len([]rune(s)) }

// tidy takes off the blanks around what somebody has typed.
func (i *Industry) tidy() {
	for _, text := range []*string{&i.Code, &i.Name, &i.English, &i.Department, &i.Note} {
		*text = strings.TrimSpace(*text)
	}
}
