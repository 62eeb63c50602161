package visit

import (
	"slices"
	"sync"
	"time"

	"erba/kernel"
)

const (
	mostAsked = 5         // times within a window that somebody is told that a colleague cannot come
	window    = time.Hour // after which he may ask again
)

// asking counts how often somebody was told that a colleague whose diary is closed to
// him cannot come: slot by slot the whole diary could be read from such answers.
// It is kept in memory, as what was refused leaves nothing else behind.
type asking struct {
	mu   sync.Mutex
	when map[kernel.ID][]time.Time
}

// tired reports whether somebody has been told often enough by now.
func (a *asking) tired(who kernel.ID, now time.Time) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.forget(now)
	return len(a.when[who]) >= mostAsked
}

// refused notes that somebody was told.
func (a *asking) refused(who kernel.ID, now time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.when == nil {
		a.when = map[kernel.ID][]time.Time{}
	}
	a.when[who] = append(a.when[who], now)
}

// forget leaves nobody in memory of whom it is longer ago.
func (a *asking) forget(now time.Time) {
	for who, told := range a.when {
		told = slices.DeleteFunc(told, func(at time.Time) bool { return now.Sub(at) >= window })
		if a.when[who] = told; len(told) == 0 {
			delete(a.when, who)
		}
	}
}
