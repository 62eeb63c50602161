package approval

import (
	"context"
	"errors"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Verdict is what somebody decides about the version of a proposal that he has seen.
type Verdict struct {
	ID      kernel.ID
	Version int64
	Approve bool
	Reason  string // a refusal has to give one
}

// Decide approves or refuses. The last approval carries the proposal out, in
// the same transaction: both happen, or neither.
func (s *Service) Decide(ctx context.Context, v Verdict) (p Proposal, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		p, err = s.decide(tx, v)
		return err
	})
	return p, err
}

func (s *Service) decide(tx *db.Tx, v Verdict) (Proposal, error) {
	p, voices, err := s.found(tx, v.ID, v.Version, func(p Proposal) error { return p.open(s.now()) })
	if err != nil {
		return p, err
	}
	before, err := decisionsOf(tx, p.ID)
	if err != nil {
		return p, err
	}
	as, err := entitled(voices, p, p.Needs, before)
	if err != nil {
		return p, err
	}
	if !v.Approve {
		next, err := p.refuse(v.Reason, s.now())
		return s.settle(as, p, next, Refused, v.Reason, err)
	}
	return s.approve(as, p, v.Reason)
}

// approve takes a step; the last one carries the proposal out, unless its
// subject is no longer what was proposed to be changed.
func (s *Service) approve(as voice, p Proposal, reason string) (Proposal, error) {
	k := s.kinds[p.Kind]
	if k.Fresh && !identity.Fresh(as.tx.Context()) {
		return p, kernel.Denied("web.step_up")
	}
	next, err := p.approve(k.Kind, s.now())
	if err != nil {
		return p, err
	}
	return s.carry(as, k, p, next, reason)
}

// carry writes an approval, and applies it if it was the last one.
func (s *Service) carry(as voice, k declared, old, p Proposal, reason string) (Proposal, error) {
	if p.State != Approved {
		return s.settle(as, old, p, Approved, reason, nil)
	}
	if err := k.holds(as.tx, p, p.Before); err != nil {
		return p, err
	}
	if err := k.apply(as.tx, p); err != nil {
		return p, err
	}
	after, err := k.subjectVersion(as.tx, p)
	p.After = after
	return s.settle(as, old, p, Approved, reason, err)
}

// holds refuses where the subject of a proposal is not what it was at a version.
func (d declared) holds(tx *db.Tx, p Proposal, version int64) error {
	now, err := d.subjectVersion(tx, p)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindMissing {
		return kernel.Refused("approval.subject_gone")
	}
	if err == nil && now != version {
		return kernel.Refused("approval.subject_changed")
	}
	return err
}

// Withdraw takes back what the user has proposed.
func (s *Service) Withdraw(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, voices, err := s.found(tx, id, version, func(p Proposal) error { return p.open(s.now()) })
		if err != nil {
			return err
		}
		next, err := p.withdraw(voices[0].who.User, s.now())
		_, err = s.settle(voices[0], p, next, Withdrawn, "", err)
		return err
	})
}

// Undo takes an approval back, while that is possible and nothing has been
// built upon it. Whoever may approve may undo.
func (s *Service) Undo(ctx context.Context, id kernel.ID, version int64, reason string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, voices, err := s.found(tx, id, version, func(p Proposal) error { _, err := p.undo(reason, s.now()); return err })
		if err != nil {
			return err
		}
		as, err := entitled(voices, old, old.Steps[len(old.Steps)-1], nil)
		if err != nil {
			return err
		}
		k := s.kinds[old.Kind]
		if err := k.holds(as.tx, old, old.After); err != nil {
			return err
		}
		if err := k.revert(as.tx, old); err != nil {
			return err
		}
		p, err := old.undo(reason, s.now())
		_, err = s.settle(as, old, p, Undone, reason, err)
		return err
	})
}

// found is the version of a proposal that the user has seen, if it is in sight
// and still allows what he wants.
func (s *Service) found(tx *db.Tx, id kernel.ID, version int64, allows func(Proposal) error) (p Proposal, voices []voice, err error) {
	if voices, err = s.voices(tx); err != nil {
		return p, nil, err
	}
	if p, err = s.seek(voices, id); err != nil {
		return p, nil, err
	}
	if err = allows(p); err == nil && p.Version != version {
		err = kernel.Stale("db.stale")
	}
	return p, voices, err
}

// seek finds a proposal that one of the voices may see.
func (s *Service) seek(voices []voice, id kernel.ID) (p Proposal, err error) {
	for _, v := range voices {
		p, err = find(v.tx, id, s.sight(v))
		if f, is := errors.AsType[*kernel.Fault](err); !is || f.Kind != kernel.KindMissing {
			return p, err
		}
	}
	return p, err
}

// entitled is the first voice that may decide; whoever has a part in the
// proposal may not, neither for himself nor for others.
func entitled(voices []voice, p Proposal, grant string, before []Decision) (voice, error) {
	refusal := error(kernel.Denied("approval.not_entitled"))
	for _, v := range voices {
		able, err := v.grasps(p, grant)
		if err != nil {
			return v, err
		}
		if !able {
			continue
		}
		if refusal = v.who.Check(p, before); refusal == nil {
			return v, nil
		}
	}
	return voice{}, refusal
}

// settle writes what a proposal has become, who made it so and why.
func (s *Service) settle(as voice, old, p Proposal, verdict, reason string, err error) (Proposal, error) {
	if err != nil {
		return p, err
	}
	if err := replace(as.tx, p); err != nil {
		return p, err
	}
	p.Version++
	d := Decision{kernel.NewID(), p.ID, verdict, as.who.User, as.who.For, reason, s.now().UnixMicro()}
	if err := addDecision(as.tx, d); err != nil {
		return p, err
	}
	if err := s.tell(as.tx, p); err != nil {
		return p, err
	}
	if err := s.kinds[p.Kind].lost(as.tx, p); err != nil {
		return p, err
	}
	return p, audit.Changed(as.tx, "approval."+verdict, "approval", p.ID, factsOf(old, Decision{}), factsOf(p, d))
}

// lost tells the feature of a kind that a proposal will not be carried out.
func (d declared) lost(tx *db.Tx, p Proposal) error {
	if d.ended == nil || p.State == Proposed || p.State == Approved || p.State == Undone {
		return nil
	}
	return d.ended(tx, p)
}

// system is a voice of nobody's: time decides.
func (s *Service) system(tx *db.Tx) voice {
	v := identity.System()
	return voice{viewer: v, tx: tx.As(identity.With(tx.Context(), v))}
}
