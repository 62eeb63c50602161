package relation

import (
	"slices"
	"strings"

	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/kernel"
)

// said is how the texts of this feature begin.
const said = "relation."

// board is a map while it is put together.
type board struct {
	Map
	at    map[kernel.ID]int // places among the people
	names map[kernel.ID]string
}

// seen are the people as the method looks at them.
func (b *board) seen() []rel.Person {
	users := map[kernel.ID]int{}
	all := make([]rel.Person, len(b.People))
	for i, p := range b.People {
		if p.PowerFrom == "" {
			b.People[i].PowerFrom = rel.From(p.Power)
		}
		all[i] = p.seen(users, b.AsOf)
	}
	return all
}

// compute adds what the method says of the people.
func (b *board) compute(c *settings) {
	people := b.seen()
	b.Rules, b.Near, b.Strong = c.version, c.cfg.Near, c.cfg.Strong
	b.Metrics = c.cfg.Metrics(c.layers, people)
	b.Layers = c.layers.States(layered(people))
	for i, r := range c.cfg.States(people) {
		state := RoleState{RoleState: r, Zh: c.cfg.Roles[i].Zh, En: c.cfg.Roles[i].En}
		for _, p := range b.People {
			if slices.Contains(p.Roles, r.Role) {
				state.Who = append(state.Who, p.ID)
			}
		}
		b.Roles = append(b.Roles, state)
	}
	for _, a := range c.cfg.Advise(c.layers, people) {
		b.Advice = append(b.Advice, b.advice(a))
	}
}

// layered are people as the method of the four layers looks at them.
func layered(people []rel.Person) []layer.Person {
	all := make([]layer.Person, len(people))
	for i, p := range people {
		all[i] = layer.Person{Layer: p.Layer, Closeness: p.Closeness}
	}
	return all
}

// mostNamed is how many people an advice names.
const mostNamed = 3

func (b *board) advice(a rel.Advice) Advice {
	one := Advice{Rule: a.Name, Condition: a.Condition, Severity: a.Severity, Key: said + "advice_" + a.Condition,
		Zh: a.Zh, En: a.En, Layers: a.Layers, Roles: a.Roles, Args: Args{Count: a.Count, Days: a.Days}}
	var names []string
	for _, i := range a.People {
		one.People = append(one.People, b.People[i].ID)
		if len(names) < mostNamed {
			names = append(names, b.People[i].Name)
		}
	}
	one.Args.Names = strings.Join(names, "、")
	return one
}
