package approval

import (
	"context"
	"encoding/json"
	"fmt"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// ProposeAll makes many proposals of one kind that nobody wants but the program
// itself, such as what a computation leads to. A machine has no second person:
// whoever decides is the first one who looks, and still nobody for himself.
func (s *Service) ProposeAll(tx *db.Tx, kind string, all []Draft) ([]Proposal, error) {
	k, known := s.kinds[kind]
	switch me, _ := identity.From(tx.Context()); {
	case !known:
		return nil, fmt.Errorf("approval: nobody declares %q", kind)
	case !me.ID.IsZero() || !me.SeesAll():
		return nil, kernel.Denied("web.denied")
	}
	made := make([]Proposal, len(all))
	records := make([]audit.Record, len(all))
	for i, d := range all {
		p, err := s.own(k, d)
		if err != nil {
			return nil, err
		}
		made[i], records[i] = p, audit.Record{ID: p.ID, After: factsOf(p, Decision{Reason: p.Reason})}
	}
	if err := db.Insert(tx, "approvals", made...); err != nil {
		return nil, err
	}
	return made, audit.ChangedAll(tx, "approval.proposed", "approval", records)
}

// own is a proposal of the program's about something that is not there yet.
func (s *Service) own(k declared, d Draft) (Proposal, error) {
	if err := k.checkDraft(d); err != nil {
		return Proposal{}, err
	}
	d.Kind = k.Name
	p := d.made(k.Kind, kernel.ID{}, s.now())
	raw, err := json.Marshal(d.Payload)
	if err != nil {
		return p, fmt.Errorf("approval: payload of %s: %w", k.Name, err)
	}
	p.Payload, p.Subject = string(raw), p.ID
	return p, nil
}

// Retract ends open proposals of the program's own that do not hold any more.
func (s *Service) Retract(tx *db.Tx, ids []kernel.ID) error {
	as := s.system(tx)
	for _, id := range ids {
		p, err := find(as.tx, id, db.If(false, ""))
		if err != nil {
			return err
		}
		if p.State != Proposed || !p.By.IsZero() {
			continue // somebody was faster, or it is not ours
		}
		if _, err := s.settle(as, p, p.ended(Withdrawn, s.now()), Withdrawn, "", nil); err != nil {
			return err
		}
	}
	return nil
}

// Renew makes everybody look again who has seen an open proposal: what stands
// beside it has changed.
func (s *Service) Renew(tx *db.Tx, id kernel.ID) error {
	as := s.system(tx)
	p, err := find(as.tx, id, db.If(false, ""))
	if err == nil {
		err = p.open(s.now())
	}
	if err != nil {
		return err
	}
	return replace(as.tx, p)
}

// Of returns proposals as the user sees them in his inbox, by id; those out of
// his sight are not among them.
func (s *Service) Of(ctx context.Context, ids []kernel.ID) (map[kernel.ID]Row, error) {
	found := map[kernel.ID]Row{}
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		if err != nil {
			return err
		}
		for _, v := range voices {
			var b Box
			some, err := list(v.tx, db.If(true, "(? AND ?)", db.In("p.id", ids...), s.sight(v)), Page{Limit: len(ids)})
			if err != nil {
				return err
			}
			if err := s.add(&b, some, voices, v); err != nil {
				return err
			}
			for _, r := range b.Rows {
				found[r.ID] = r
			}
		}
		return nil
	})
	return found, err
}
