package evaluation

import (
	"context"

	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/model"
)

// courses are what may become of a difference, as text keys, the nearer to taking
// effect the further up.
var courses = []string{"evaluation.course_changes", "evaluation.course_manager", "evaluation.course_director", "evaluation.course_holds",
	"evaluation.course_rests", "evaluation.course_spent", "evaluation.course_waits"}

// course is what becomes of a difference by the rules, and who decides if somebody has to.
func (r *Rules) course(s Step) string {
	if s.Fate == Due {
		return "evaluation.course_" + string(s.need(r))
	}
	return "evaluation.course_" + string(s.Fate)
}

// simulateRules compares what becomes of the differences there are by the rules
// in force with what a draft would make of them, and the hours of the managers.
func (s *Service) simulateRules(ctx context.Context, draft model.Config) (sim method.Simulation, err error) {
	now, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return sim, err
	}
	seen, err := s.portfolio.Sees(ctx, now)
	if err != nil {
		return sim, err
	}
	b, putBack, err := s.browse(ctx, now)
	if err != nil {
		return sim, err
	}
	defer putBack()
	other := *b
	other.rules = draft.(Rules)
	p := &pair{Classed: now, before: now, seen: seen}
	sim = b.against(&other, p)
	sim.Loads, err = s.loads(ctx, p, other.rules.Capacity, func(row int32) (float64, float64) {
		tier := int(now.Tier(row))
		return b.rules.Cares.hours(tier), other.rules.Cares.hours(tier)
	})
	return sim, err
}

// against is what becomes of every difference in a book, and in one of other rules.
func (b *book) against(other *book, p *pair) method.Simulation {
	sim := method.Simulation{AsOf: p.Ask.AsOf, Moves: []method.Move{}, Moved: []method.Moved{}}
	counts := map[[2]string]int{}
	p.rows(func(row int32) {
		sim.Accounts++
		for at := range Models {
			was, any := b.step(row, at)
			is, _ := other.step(row, at)
			if !any || was.Fate == Keeps || was.Fate == Enters {
				continue
			}
			from, to := b.rules.course(was), other.rules.course(is)
			counts[[2]string{from, to}]++
			if a := p.Account(row); from != to && len(sim.Moved) < mostMoved {
				sim.Moved = append(sim.Moved, method.Moved{Account: a.ID, Code: a.Code, Name: a.Name, From: from, To: to})
			}
		}
	})
	for i, from := range courses {
		for k, to := range courses {
			switch n := counts[[2]string{from, to}]; {
			case n == 0:
				continue
			case k < i:
				sim.Up += n
			case k > i:
				sim.Down += n
			}
			sim.Moves = append(sim.Moves, method.Move{From: from, To: to, Count: counts[[2]string{from, to}]})
		}
	}
	return sim
}
