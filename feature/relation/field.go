package relation

import (
	"slices"
	"strconv"
	"strings"

	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/kernel"
)

// The fields that are judged.
const (
	Layer        = "layer"
	Roles        = "roles"
	Power        = "power"
	PowerFrom    = "power_from"
	Orientation  = "orientation"
	Adaptability = "adaptability"
	Attitude     = "attitude"
	Level        = "level"
	Closeness    = "closeness"
	Style        = "style"
	Partner      = "counterpart"
	Now          = "now"
	Wanted       = "wanted"
)

// Fields are all of them.
var Fields = []string{Layer, Roles, Power, PowerFrom, Orientation, Adaptability, Attitude, Level, Closeness, Style, Partner, Now, Wanted}

// Levels are what we can be to somebody, from below.
var Levels = []string{"vendor", "credible", "solver", "advisor"}

// values are those of the fields that have a list of them.
var values = map[string][]string{
	Layer:        layer.All,
	Power:        {"1", "2", "3", "4", "5"},
	PowerFrom:    {rel.Outside, rel.Structure, rel.InnerCircle},
	Orientation:  {"financial", "technical", "relationship", "business"},
	Adaptability: {"innovator", "early", "pragmatist", "conservative", "late"},
	Attitude:     {"-2", "-1", "0", "1", "2"},
	Level:        {"none", "brief", "several", "deep"},
	Closeness:    {"1", "2", "3", "4", "5"},
	Style:        {"analytical", "driving", "expressive", "amiable"},
	Now:          Levels,
	Wanted:       Levels,
}

// Lines' kinds.
var kinds = []string{"influence", "conflict", "informal", "former"}

// The longest texts.
const (
	longestEvidence = 500
	longestSays     = 120
)

// checkValue reports what is wrong with the value of a field; empty takes it back.
func checkValue(cfg rel.Config, field, value string) error {
	switch {
	case !slices.Contains(Fields, field):
		return kernel.Invalid("relation.no_field", "field", field)
	case value == "":
		return nil
	case field == Roles:
		for _, role := range strings.Fields(value) {
			if !slices.ContainsFunc(cfg.Roles, func(r rel.Role) bool { return r.Key == role }) {
				return kernel.Invalid("relation.no_role", "role", role)
			}
		}
	case field == Partner:
		if _, err := kernel.ParseID(value); err != nil {
			return kernel.Invalid("relation.no_user")
		}
	case !slices.Contains(values[field], value):
		return kernel.Invalid("relation.no_value", "field", field, "value", value)
	}
	return nil
}

// tidied is a value as it is kept: roles in one order, each once.
func tidied(field, value string) string {
	value = strings.TrimSpace(value)
	if field != Roles {
		return value
	}
	all := strings.Fields(value)
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

// set puts the value of a field to somebody.
func (p *Person) set(field, value string) {
	switch field {
	case Layer:
		p.Layer = value
	case Roles:
		p.Roles = strings.Fields(value)
	case Power:
		p.Power = number(value)
	case PowerFrom:
		p.PowerFrom = value
	case Orientation:
		p.Orientation = value
	case Adaptability:
		p.Adaptability = value
	case Attitude:
		p.Attitude = new(number(value))
	case Level:
		p.Level = value
	case Closeness:
		p.Closeness = number(value)
	case Style:
		p.Style = value
	case Partner:
		p.Counterpart.User, _ = kernel.ParseID(value)
	case Now:
		p.Counterpart.Now = value
	case Wanted:
		p.Counterpart.Wanted = value
	}
}

// number is one of ours: it has been checked.
func number(value string) int {
	n, _ := strconv.Atoi(value)
	return n
}

// seen is somebody as the method looks at him; users are numbered as they come.
func (p Person) seen(users map[kernel.ID]int, today kernel.Date) rel.Person {
	s := rel.Person{Influence: p.Power, Closeness: p.Closeness, Attitude: p.Attitude, Layer: p.Layer, Roles: p.Roles,
		Now: 1 + slices.Index(Levels, p.Counterpart.Now), Wanted: 1 + slices.Index(Levels, p.Counterpart.Wanted),
		Unmet: p.Level == "" || p.Level == "none" || p.Level == "brief", Silent: -1, Stale: p.Stale}
	if !p.Touched.IsZero() {
		s.Silent = today.Days(p.Touched)
	}
	if who := p.Counterpart.User; !who.IsZero() {
		if users[who] == 0 {
			users[who] = len(users) + 1
		}
		s.Counterpart = users[who]
	}
	return s
}
