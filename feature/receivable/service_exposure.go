package receivable

import (
	"sync"

	"erba/kernel"
	"erba/platform/db"
)

// trace is everything that says where an account stands on a day, as far as it can
// change: another trace, perhaps another exposure. Papers are never changed, so that
// their number and the last of them say enough.
type trace struct {
	On       kernel.Date `db:"-"`
	Ledger   int64       `db:"ledger"`
	Settings int64       `db:"settings"`
	Calendar int64       `db:"calendar"`
	Days     int64       `db:"days"`
	Agreed   int64       `db:"agreed"`
	Wording  int64       `db:"wording"`
	Papers   int64       `db:"papers"`
	Paper    int64       `db:"paper"`
	Parts    int64       `db:"parts"`
	Part     int64       `db:"part"`
}

// exposed remembers exposures. An order check costs the same after ten years of
// invoices as after one, and its answer is never older than its transaction.
type exposed struct {
	mu    sync.Mutex
	found map[kernel.ID]exposedAt
}

type exposedAt struct {
	trace    trace
	exposure Exposure
}

const mostExposed = 20_000 // about 4 MB

func (m *exposed) recall(account kernel.ID, t trace) (Exposure, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	was, ok := m.found[account]
	return was.exposure, ok && was.trace == t
}

func (m *exposed) keep(account kernel.ID, t trace, e Exposure) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil || len(m.found) >= mostExposed {
		m.found = map[kernel.ID]exposedAt{}
	}
	m.found[account] = exposedAt{t, e}
}

// Exposure is what would be lost if an account failed today. The caller has made
// sure that he may know, and has booked nothing in tx.
func (s *Service) Exposure(tx *db.Tx, account kernel.ID) (Exposure, error) {
	// The trace is taken first: what is committed after it can only make it too old.
	t, err := traced(tx, account, s.today())
	if err != nil {
		return Exposure{}, err
	}
	if e, ok := s.exposed.recall(account, t); ok {
		return e, nil
	}
	a, err := s.of(tx, account, At{On: t.On})
	if err != nil {
		return Exposure{}, err
	}
	s.exposed.keep(account, t, a.Exposure)
	return a.Exposure, nil
}
