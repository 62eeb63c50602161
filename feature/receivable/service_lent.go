package receivable

import (
	"context"
	"sync"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
)

// lends is what was last worked out for who reckons what credit costs.
type lends struct {
	mu     sync.Mutex
	last   *lending
	claims *portfolio.Claims
}

// Inform has the portfolio reckon what credit costs by what is booked here.
func (s *Service) Inform(p *portfolio.Service) {
	p.LentBy(s.Lent)
	event.On(s.events, func(*db.Tx, Booked) error { p.Expect(); return nil })
}

// Lent is how long money of every account was out, as all papers tell it today. The
// answer is the same one as long as nothing has changed.
func (s *Service) Lent(ctx context.Context) (*portfolio.Claims, error) {
	st, err := s.current(ctx)
	if err != nil {
		return nil, err
	}
	l, on := &s.lends, s.today()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.last == nil || l.last.of != st.columns || l.last.on != on {
		l.last = st.columns.lent(on, l.last)
		l.claims = claimed(l.last)
	}
	return l.claims, nil
}

// claimed puts what was lent into the words of the portfolio.
func claimed(l *lending) *portfolio.Claims {
	ids, rows, known := make([]kernel.ID, len(l.rows)), make([][]portfolio.Claim, len(l.rows)), int64(0)
	for row := range l.rows {
		ids[row], rows[row], known = l.of.holdings[row].account, l.rows[row].parts, max(known, l.rows[row].known)
	}
	return portfolio.NewClaims(ids, rows, known)
}
