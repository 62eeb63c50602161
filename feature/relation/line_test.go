package relation

import (
	"testing"

	"erba/kernel"
)

// A line is taken back on its own map: that of another account would lose it without
// anybody who draws there being told.
func TestALineIsTakenBackOnItsOwnMap(t *testing.T) {
	each(t, func(g *ground) {
		there := g.open("B")
		one, two := g.meet(there, "李一"), g.meet(there, "李二")
		m, err := g.Save(g.As("rep"), there, 0, Draft{Draw: []Stroke{{"influence", one, two, ""}}})
		must(g.Stage, err)
		g.refused("from another map", "relation.not_here", Draft{Erase: []kernel.ID{m.Lines[0].ID}})
		m, err = g.Save(g.As("rep"), there, m.Version, Draft{Erase: []kernel.ID{m.Lines[0].ID}})
		must(g.Stage, err)
		if len(m.Lines) != 0 {
			g.Errorf("%+v", m.Lines)
		}
	})
}
