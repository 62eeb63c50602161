package relation

import (
	"slices"

	"erba/kernel"
)

// Config is what may be decided differently.
type Config struct {
	Near    int    `json:"near"    minimum:"1" maximum:"5"    unit:"score" doc:"Closeness from which somebody is close to us"`
	Strong  int    `json:"strong"  minimum:"1" maximum:"5"    unit:"score" doc:"Influence from which it is much"`
	Threads int    `json:"threads" minimum:"1" maximum:"20"   unit:"count" doc:"How many close people of much influence it takes"`
	Fresh   int    `json:"fresh"   minimum:"7" maximum:"1095" unit:"days"  doc:"How long a judgement holds"`
	Told    bool   `json:"told" doc:"Who asks what is kept of him is told what is thought of him"`
	Roles   []Role `json:"roles"`
	Rules   []Rule `json:"rules"`
}

// Role is a role in buying. Those that come with the product have texts of their
// own; one that a company adds is called as it says, and counts like the others.
type Role struct {
	Key    string `json:"key"`
	Zh     string `json:"zh"`
	En     string `json:"en"`
	Needed bool   `json:"needed"`
}

// The roles that come with the product and mean something to the rules.
const (
	Decider  = "decider"
	Approver = "approver"
	Coach    = "coach"
)

// roles are those that come with the product; the needed ones are those without
// whom nothing is bought, and the one who tells us how.
var roles = []Role{{Key: "initiator"}, {Key: "user", Needed: true}, {Key: "influencer", Needed: true}, {Key: "designer"},
	{Key: "evaluator"}, {Key: "buyer", Needed: true}, {Key: Decider, Needed: true}, {Key: Approver, Needed: true}, {Key: Coach, Needed: true}}

// Known reports whether a role comes with the product, and is called by its texts.
func Known(role string) bool {
	return slices.ContainsFunc(roles, func(r Role) bool { return r.Key == role })
}

// Default is the configuration as the method has it.
func Default() Config {
	return Config{Near: 3, Strong: 4, Threads: 2, Fresh: 180, Told: true, Roles: slices.Clone(roles), Rules: slices.Clone(rules)}
}

// The bounds of what a company may add.
const (
	mostRoles   = 30
	mostRules   = 60
	longestWord = 40
	longestSaid = 300
)

// Check reports the first thing that makes no sense.
func (c Config) Check() error {
	if len(c.Roles) > mostRoles || len(c.Rules) > mostRules {
		return kernel.Invalid("relation.too_many", "roles", mostRoles, "rules", mostRules)
	}
	seen := map[string]bool{}
	for _, r := range c.Roles {
		if err := r.check(); err != nil {
			return err
		}
		if seen[r.Key] {
			return kernel.Invalid("relation.role_twice", "role", r.Key)
		}
		seen[r.Key] = true
	}
	return c.checkRules()
}

func (r Role) check() error {
	switch {
	case !isKey(r.Key):
		return kernel.Invalid("relation.bad_key", "key", r.Key)
	case !Known(r.Key) && (r.Zh == "" || r.En == ""):
		return kernel.Invalid("relation.unnamed_role", "role", r.Key)
	case len([]rune(r.Zh)) > longestWord || len([]rune(r.En)) > longestWord:
		return kernel.Invalid("relation.too_long", "max", longestWord)
	}
	return nil
}

func (c Config) checkRules() error {
	seen := map[string]bool{}
	for _, r := range c.Rules {
		switch {
		case !isKey(r.Name):
			return kernel.Invalid("relation.bad_key", "key", r.Name)
		case seen[r.Name]:
			return kernel.Invalid("relation.rule_twice", "rule", r.Name)
		case (r.Zh == "") != (r.En == ""):
			return kernel.Invalid("relation.half_said", "rule", r.Name)
		case len([]rune(r.Zh)) > longestSaid || len([]rune(r.En)) > longestSaid:
			return kernel.Invalid("relation.too_long", "max", longestSaid)
		}
		seen[r.Name] = true
	}
	return nil
}

// isKey reports whether a word can name a role or a rule: it stands in files and
// addresses, so it is short and plain.
func isKey(word string) bool {
	if word == "" || len(word) > longestWord {
		return false
	}
	for _, c := range word {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}

// has reports whether somebody has a role.
func (p Person) has(role string) bool { return slices.Contains(p.Roles, role) }
