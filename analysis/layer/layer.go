// Package layer decides on which of a customer's four layers we know somebody
// well enough (method M61): who stands for the organisation, who decides, who
// carries it out, who uses it. Each layer looks for something else in what we
// offer; who is known on one of them alone does not carry a customer.
package layer

import (
	"slices"

	"erba/analysis/null"
)

// The layers, from the top.
const (
	Image          = "image"
	Decision       = "decision"
	Implementation = "implementation"
	Usage          = "usage"
)

// All are the layers, from the top.
var All = []string{Image, Decision, Implementation, Usage}

// Config is what may be decided differently.
type Config struct {
	Near int `json:"near" minimum:"1" maximum:"5" unit:"score" doc:"Closeness from which a layer counts as covered"`
}

// Default is the configuration as the method has it.
func Default() Config { return Config{Near: 3} }

// Check reports what makes no sense; the bounds of the fields say all there is.
func (c Config) Check() error { return nil }

// Person is somebody on a layer, and how close he is to us; 0: nobody has said.
type Person struct {
	Layer     string `json:"layer"`
	Closeness int    `json:"closeness"`
}

// State is how we stand on one layer.
type State struct {
	Layer   string `json:"layer"   enum:"image,decision,implementation,usage"`
	People  int    `json:"people"  doc:"Whom we know there"`
	Closest int    `json:"closest" doc:"The best closeness there; 0: nobody has said"`
	Covered bool   `json:"covered"`
}

// States are all layers, from the top.
func (c Config) States(people []Person) []State {
	all := make([]State, len(All))
	for i, layer := range All {
		all[i].Layer = layer
	}
	for _, p := range people {
		if at := slices.Index(All, p.Layer); at >= 0 {
			all[at].People++
			all[at].Closest = max(all[at].Closest, p.Closeness)
			all[at].Covered = all[at].Closest >= c.Near
		}
	}
	return all
}

// Coverage is the share of the layers that are covered, unknown as long as nobody
// stands on any.
func (c Config) Coverage(people []Person) null.Number {
	covered, known := 0, 0
	for _, s := range c.States(people) {
		known += s.People
		if s.Covered {
			covered++
		}
	}
	if known == 0 {
		return null.None
	}
	return null.Ratio(null.Of(covered), null.Of(len(All)))
}
