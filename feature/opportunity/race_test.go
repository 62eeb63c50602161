package opportunity

import (
	"fmt"
	"sync"
	"testing"

	"erba/kernel"
)

// together does something as often at the same moment, and says what came of each.
func together(n int, do func(i int) error) []string {
	var all sync.WaitGroup
	said, begin := make([]string, n), make(chan struct{})
	for i := range n {
		all.Go(func() {
			<-begin
			said[i] = key(do(i))
		})
	}
	close(begin)
	all.Wait()
	return said
}

func count(all []string, word string) (n int) {
	for _, one := range all {
		if one == word {
			n++
		}
	}
	return n
}

// Whoever opens deals at the same moment gets a number each.
func TestDealsThatBeginTogetherHaveNumbersOfTheirOwn(t *testing.T) {
	on(t, func(g *ground) {
		said := together(12, func(i int) error {
			_, err := g.Open(g.As([]string{"rep", "other"}[i%2]), Deal{Name: fmt.Sprint("商机", i)})
			return err
		})
		if count(said, "") != len(said) {
			g.Error(said)
		}
	})
}

// Of two who drag the same card one wins, and the other is told.
func TestOneOfThoseWhoDragTheSameCardWins(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{Process: "short"})
		said := together(8, func(i int) error {
			role := []string{"rep", "manager"}[i%2]
			if i < 4 {
				_, err := g.Advance(g.As(role), d.ID, d.Version, "offer", "")
				return err
			}
			_, err := g.Expect(g.As(role), d.ID, d.Version, kernel.On(2026, 7, 1).Add(i), "")
			return err
		})
		if count(said, "") != 1 || count(said, "db.stale") != len(said)-1 {
			g.Error(said)
		}
		if p, err := g.Sheet(g.As("rep"), d.ID); err != nil || len(p.Moves)+len(p.Slips) != 2 {
			g.Errorf("%d moves, %d slips, %v", len(p.Moves), len(p.Slips), err)
		}
	})
}
