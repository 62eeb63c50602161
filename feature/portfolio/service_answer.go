package portfolio

import (
	"context"
	"iter"
	"sync"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// question is what an evaluation depends on, given a state.
type question struct {
	state *state
	ask   Ask // settled
}

// answer is an evaluation, made by whoever asks first.
type answer struct {
	sync.Once
	*Evaluated
	err  error
	used time.Time
}

// mostAnswers is how many evaluations are kept: one of 100,000 accounts takes 12 MB.
const mostAnswers = 8

// evaluated answers a question, out of memory if it was asked before.
func (s *Service) evaluated(ctx context.Context, a Ask) (*Evaluated, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	st, err := s.current(ctx)
	if err != nil {
		return nil, err
	}
	return s.answer(ctx, st, st.settled(a))
}

// settled fills in what a question left open: by default it asks for the last
// day of the ledger, at most today.
func (st *state) settled(a Ask) Ask {
	last, today := st.columns.Until, kernel.Today()
	if last.IsZero() || last.Compare(today) > 0 {
		last = today
	}
	return a.settled(last)
}

func (s *Service) answer(ctx context.Context, st *state, a Ask) (*Evaluated, error) {
	one := s.slot(question{st, a})
	one.Do(func() {
		var bySales *Evaluated
		if a.Measure == Gross {
			same := a
			same.Measure = Sales
			if bySales, one.err = s.answer(ctx, st, same); one.err != nil {
				return
			}
		}
		var edges []Edge
		if edges, one.err = s.edges(ctx, windowOf(a, st.columns.Until)); one.err == nil {
			one.Evaluated = evaluate(a, st.setting, st.columns, st.judged, edges, bySales)
		}
	})
	if one.err != nil {
		s.forget(question{st, a}) // such as a request that was broken off: the next one tries again
	}
	return one.Evaluated, one.err
}

// slot is the place of an answer; the one not asked for the longest makes room.
func (s *Service) slot(q question) *answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	one, ok := s.answers[q]
	if !ok {
		for len(s.answers) >= mostAnswers {
			delete(s.answers, s.oldest())
		}
		one = &answer{}
		s.answers[q] = one
	}
	one.used = time.Now()
	return one
}

func (s *Service) oldest() (oldest question) {
	var used time.Time
	for q, a := range s.answers {
		if used.IsZero() || a.used.Before(used) {
			oldest, used = q, a.used
		}
	}
	return oldest
}

func (s *Service) forget(q question) {
	s.mu.Lock()
	delete(s.answers, q)
	s.mu.Unlock()
}

// edges asks the ledger for the parts of months at the ends of a window.
func (s *Service) edges(ctx context.Context, w window) (all []Edge, err error) {
	err = s.db.Read(system(ctx), func(tx *db.Tx) error {
		for _, stretch := range w.edges {
			if stretch.From.Compare(stretch.To) > 0 {
				continue
			}
			found, err := s.ledger.Edges(tx, stretch.From, stretch.To)
			if err != nil {
				return err
			}
			for _, e := range found {
				all = append(all, Edge{Account: e.Account, outside: stretch.outside, Sales: e.Sales, Cost: e.Cost, Returns: e.Returns,
					Returned: e.ReturnsCost, Orders: int32(e.Orders), Lines: int32(e.Lines), First: e.First, Last: e.Last})
			}
		}
		return nil
	})
	return all, err
}

// Summary returns the key figures, with the total of the window before.
func (s *Service) Summary(ctx context.Context, a Ask, f Filter) (Summary, error) {
	v, err := s.view(ctx, a, f)
	if err != nil {
		return Summary{}, err
	}
	if a = v.Ask; a.From.IsZero() {
		return v.Summary(nil), nil
	}
	earlier := a
	earlier.AsOf = a.From.Add(-1)
	if earlier.From = (kernel.Date{}); a.Months == 0 {
		earlier.From = earlier.AsOf.Add(-a.AsOf.Days(a.From))
	}
	before, err := s.view(ctx, earlier, f)
	if err != nil {
		return Summary{}, err
	}
	total := before.Total()
	return v.Summary(&total), nil
}

// Pareto returns how concentrated the portfolio is.
func (s *Service) Pareto(ctx context.Context, a Ask, f Filter) (Pareto, error) {
	return answered(s, ctx, a, f, (*View).Pareto)
}

// ABC returns the classes by share of the measure.
func (s *Service) ABC(ctx context.Context, a Ask, f Filter) (ABC, error) {
	return answered(s, ctx, a, f, (*View).ABC)
}

// RFM returns the heat map of recency and frequency.
func (s *Service) RFM(ctx context.Context, a Ask, f Filter) (RFM, error) {
	return answered(s, ctx, a, f, (*View).RFM)
}

// Grid returns the grid of purchases now and possible.
func (s *Service) Grid(ctx context.Context, a Ask, f Filter) (Grid, error) {
	return answered(s, ctx, a, f, (*View).Grid)
}

// Quadrant returns the plane of the two values.
func (s *Service) Quadrant(ctx context.Context, a Ask, f Filter) (Quadrant, error) {
	return answered(s, ctx, a, f, (*View).Quadrant)
}

// Pyramid returns the tiers.
func (s *Service) Pyramid(ctx context.Context, a Ask, f Filter) (Pyramid, error) {
	return answered(s, ctx, a, f, (*View).Pyramid)
}

func answered[T any](s *Service, ctx context.Context, a Ask, f Filter, of func(*View) T) (answer T, err error) {
	v, err := s.view(ctx, a, f)
	if err != nil {
		return answer, err
	}
	return of(v), nil
}

// Register returns a page of the key accounts, which always go by sales.
func (s *Service) Register(ctx context.Context, a Ask, f Filter, rule string, p Page) (Register, error) {
	return s.RegisterOf(ctx, a, f, Narrow{Rule: rule}, p)
}

// Narrow are the key accounts that somebody wants to see: those that one rule
// made such, those that lack something.
type Narrow struct{ Rule, Lacks string }

// RegisterOf is Register for some of the key accounts.
func (s *Service) RegisterOf(ctx context.Context, a Ask, f Filter, n Narrow, p Page) (r Register, err error) {
	a.Measure = Sales
	v, err := s.view(ctx, a, f)
	if err != nil {
		return r, err
	}
	those, err := s.lacking(ctx, n.Lacks)
	if err != nil {
		return r, err
	}
	if r, err = v.RegisterOf(n.Rule, those, p); err != nil {
		return r, err
	}
	return r, s.charge(ctx, r.Rows, v.Judgements)
}

// Members returns a page of the accounts behind a mark.
func (s *Service) Members(ctx context.Context, a Ask, f Filter, model, mark string, p Page) (Members, error) {
	v, err := s.marked(ctx, a, f, model, mark)
	if err != nil {
		return Members{}, err
	}
	return v.Members(model, mark, p)
}

// Scores returns the heat map and every account that was scored.
func (s *Service) Scores(ctx context.Context, a Ask) (RFM, []Member, error) {
	v, err := s.view(ctx, a, Filter{})
	if err != nil {
		return RFM{}, nil, err
	}
	rows := []Member{}
	v.each(func(row int32) {
		if v.scores[row].Scored() {
			rows = append(rows, v.member(row))
		}
	})
	return v.RFM(), rows, nil
}

// Everything is more accounts than anybody has.
const Everything = 1 << 30

// Behind returns all accounts behind a mark.
func (s *Service) Behind(ctx context.Context, a Ask, model, mark string) ([]Member, error) {
	m, err := s.Members(ctx, a, Filter{}, model, mark, Page{Limit: Everything})
	return m.Rows, err
}

// Card returns what the portfolio knows of one account, and why.
func (s *Service) Card(ctx context.Context, id kernel.ID, a Ask) (Card, error) {
	v, err := s.view(ctx, a, Filter{})
	if err != nil {
		return Card{}, err
	}
	return s.card(ctx, v, id)
}

// card is that of an account which is in view.
func (s *Service) card(ctx context.Context, v *View, id kernel.ID) (Card, error) {
	row := v.Row(id)
	if row < 0 || !v.mask.Has(row) {
		return Card{}, kernel.Missing("db.missing")
	}
	c := v.Card(row)
	return c, s.hideMargin(ctx, v, row, &c)
}

// Export returns all accounts behind a mark, as rows under Exported.
func (s *Service) Export(ctx context.Context, a Ask, f Filter, model, mark string) (iter.Seq[[]any], error) {
	v, err := s.marked(ctx, a, f, model, mark)
	if err != nil {
		return nil, err
	}
	return v.export(model, mark)
}
