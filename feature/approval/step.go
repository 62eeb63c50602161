package approval

import (
	"strings"
	"time"

	"erba/kernel"
)

// open reports why nothing can be decided about a proposal any more.
func (p Proposal) open(now time.Time) error {
	switch {
	case p.State != Proposed:
		return kernel.Refused("approval.not_open")
	case p.overdue(now):
		return kernel.Refused("approval.has_lapsed")
	}
	return nil
}

func (p Proposal) overdue(now time.Time) bool {
	return p.State == Proposed && now.UnixMicro() >= p.Due
}

// seen is the proposal as it stands now, whether the nightly work has run or not.
func (p Proposal) seen(now time.Time) Proposal {
	if p.overdue(now) {
		p.State, p.Ended = Lapsed, p.Due
	}
	return p
}

// approve takes the next step; after the last one it is approved.
func (p Proposal) approve(k Kind, now time.Time) (Proposal, error) {
	if err := p.open(now); err != nil {
		return p, err
	}
	if p.Step++; p.Step < len(p.Steps) {
		p.Needs = p.Steps[p.Step]
		return p, nil
	}
	p = p.ended(Approved, now)
	if k.Undo > 0 {
		p.Undoable = now.Add(k.Undo).UnixMicro()
	}
	return p, nil
}

// takeEffect approves what nobody objected to while it waited.
func (p Proposal) takeEffect(k Kind, now time.Time) (Proposal, error) {
	if p.Effect == 0 || now.UnixMicro() < p.Effect {
		return p, kernel.Refused("approval.not_yet")
	}
	p.Step = len(p.Steps) - 1
	return p.approve(k, now)
}

func (p Proposal) refuse(reason string, now time.Time) (Proposal, error) {
	if err := p.open(now); err != nil {
		return p, err
	}
	return p.ended(Refused, now), checkWhy(reason)
}

func (p Proposal) withdraw(user kernel.ID, now time.Time) (Proposal, error) {
	if err := p.open(now); err != nil {
		return p, err
	}
	if user != p.By && user != p.For {
		return p, kernel.Refused("approval.not_own")
	}
	return p.ended(Withdrawn, now), nil
}

func (p Proposal) lapse(now time.Time) (Proposal, error) {
	if !p.overdue(now) {
		return p, kernel.Refused("approval.not_yet")
	}
	return p.ended(Lapsed, now), nil
}

func (p Proposal) undo(reason string, now time.Time) (Proposal, error) {
	switch {
	case p.State != Approved:
		return p, kernel.Refused("approval.not_approved")
	case now.UnixMicro() >= p.Undoable:
		return p, kernel.Refused("approval.too_late")
	}
	p.Undoable = 0
	return p.ended(Undone, now), checkWhy(reason)
}

func (p Proposal) ended(state string, now time.Time) Proposal {
	p.State, p.Needs, p.Ended, p.Effect = state, "", now.UnixMicro(), 0
	return p
}

func checkWhy(reason string) error {
	switch n := len([]rune(strings.TrimSpace(reason))); {
	case n == 0:
		return kernel.Invalid("approval.why")
	case n > longest:
		return kernel.Invalid("approval.too_long", "max", longest)
	}
	return nil
}
