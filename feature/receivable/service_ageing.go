package receivable

import (
	"context"
	"time"

	"erba/analysis/receivable"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Ageing is what the accounts in sight owe.
func (s *Service) Ageing(ctx context.Context, ask Ask) (Ageing, error) {
	if ask.On.IsZero() {
		ask.On = s.today()
	}
	st, seen, whole, err := s.sight(ctx)
	if err != nil {
		return Ageing{}, err
	}
	a := st.gather(ask, seen)
	a.Whole = whole
	return a, nil
}

// Owing is an account that owes something; what its standing holds is the next one's
// once that is handed over.
type Owing struct {
	Account    kernel.ID
	Code, Name string
	*receivable.Standing
}

// EachOwing hands over every account in sight that owes something on a day.
func (s *Service) EachOwing(ctx context.Context, at At, take func(Owing)) error {
	st, seen, _, err := s.sight(ctx)
	if err != nil {
		return err
	}
	var r reckoner
	for i := range st.columns.holdings {
		h := &st.columns.holdings[i]
		if !seen(h.account) {
			continue
		}
		if stands := r.standing(h, at); stands.Receivable > 0 {
			p := st.parties[h.account]
			take(Owing{h.account, p.code, p.name, stands})
		}
	}
	return nil
}

// sight is the state of now, and what of it the viewer sees.
func (s *Service) sight(ctx context.Context) (*state, func(kernel.ID) bool, bool, error) {
	viewer, ok := identity.From(ctx)
	if !ok {
		return nil, nil, false, kernel.Denied("web.signed_out")
	}
	st, err := s.current(ctx)
	if err != nil || viewer.SeesAll() {
		return st, func(kernel.ID) bool { return true }, true, err
	}
	mine := map[kernel.ID]bool{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		return s.accounts.EachInSight(tx, func(id kernel.ID) { mine[id] = true })
	})
	return st, func(id kernel.ID) bool { return mine[id] }, false, err
}

// Head are the figures of a day beside those of earlier days.
type Head struct {
	Now    Ageing  `json:"now"`
	Target int     `json:"target"  doc:"What is late should be no more of the total than this, in percent"`
	Before int64   `json:"before"  doc:"What was late at the end of the month before"`
	Last   Point   `json:"last"    doc:"At the end of the quarter before"`
	Trend  []Point `json:"trend"   doc:"Ends of months, the day itself last"`
}

// Head is what is owed on a day and what was owed before, as far as it was known then
// or is known now.
func (s *Service) Head(ctx context.Context, at At, months int) (h Head, err error) {
	if h.Now, err = s.Ageing(ctx, Ask{At: at, Limit: 1}); err != nil {
		return h, err
	}
	st, seen, _, err := s.sight(ctx)
	if err != nil {
		return h, err
	}
	h.Now.Rows, h.Now.Rest = nil, Row{}
	on := h.Now.AsOf
	for n := months; n > 0; n-- {
		h.Trend = append(h.Trend, st.point(At{On: on.Month().AddMonths(1 - n).Add(-1), Known: at.Known}, seen))
	}
	h.Trend = append(h.Trend, Point{on, h.Now.Total, h.Now.Late, h.Now.DSO})
	h.Before = st.point(At{On: on.Month().Add(-1), Known: at.Known}, seen).Late
	_, month, _ := on.Parts()
	h.Last = st.point(At{On: on.Month().AddMonths(-((month - 1) % 3)).Add(-1), Known: at.Known}, seen)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		config, _, err := method.Setting[Config](s.methods, tx, Setting)
		h.Target = config.Target
		return err
	})
	return h, err
}

// point is what somebody sees of a day.
func (st *state) point(at At, seen func(kernel.ID) bool) Point {
	var sum Figure
	figures := st.figures(at)
	for row := range figures {
		if seen(st.columns.holdings[row].account) {
			sum.plus(&figures[row])
		}
	}
	return Point{at.On, sum.Total, sum.Late, receivable.DSO(sum.Total, sum.Invoiced)}
}

// Then is a day as it was known at its end.
func Then(on kernel.Date) At {
	year, month, day := on.Parts()
	return At{On: on, Known: time.Date(year, time.Month(month), day+1, 0, 0, 0, 0, kernel.Zone()).UnixMicro() - 1}
}
