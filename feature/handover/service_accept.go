package handover

import (
	"context"
	"encoding/json"

	"erba/feature/notice"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Tell is what who led an account has to say to his successor.
func (s *Service) Tell(ctx context.Context, id kernel.ID, version int64, note string) (Sheet, error) {
	note, err := said(note)
	if err != nil {
		return Sheet{}, err
	}
	return s.change(ctx, id, version, "handover.told", func(_ *db.Tx, sheet *Sheet) error {
		if !sheet.Notes {
			return kernel.Refused("handover.not_yours")
		}
		sheet.Note = note
		return nil
	})
}

// Accept is the successor's word that he knows what he takes over; what he wants to
// know yet goes to who led it. The pack is kept as it stands at this moment.
func (s *Service) Accept(ctx context.Context, id kernel.ID, version int64, questions string) (Sheet, error) {
	questions, err := said(questions)
	if err != nil {
		return Sheet{}, err
	}
	sheet, err := s.Find(ctx, id)
	if err != nil {
		return sheet, err
	}
	frozen, err := json.Marshal(sheet.Pack)
	if err != nil {
		return sheet, err
	}
	return s.change(ctx, id, version, "handover.accepted", func(tx *db.Tx, sheet *Sheet) error {
		if !sheet.Takes {
			return kernel.Refused("handover.not_to_you")
		}
		sheet.State, sheet.Accepted, sheet.Questions, sheet.Frozen = Accepted, s.today(), questions, string(frozen)
		viewer, _ := identity.From(ctx)
		return s.Notices.Tell(tx, notice.Notice{User: sheet.From, Kind: accepted, Account: sheet.Account, Path: "/handovers/" + id.String(), Args: map[string]any{"by": viewer.Name}})
	})
}

// Stay is until when who led an account works on it still; the zero date: not any more.
func (s *Service) Stay(ctx context.Context, id kernel.ID, version int64, until kernel.Date) (Sheet, error) {
	return s.change(ctx, id, version, "handover.stayed", func(tx *db.Tx, sheet *Sheet) error {
		if !sheet.Leads {
			return kernel.Refused("handover.not_yours")
		}
		if err := sheet.checkUntil(until, s.today()); err != nil {
			return err
		}
		sheet.Until = until
		if until.Compare(s.today()) < 0 {
			return identity.Release(identity.Whole(tx), sheet.Account, sheet.From)
		}
		return identity.Enlist(identity.Whole(tx), identity.Member{Row: sheet.Account, User: sheet.From, Role: TeamRole, From: sheet.Made, Until: until})
	})
}

// change writes over the version of a hand-over that somebody has read.
func (s *Service) change(ctx context.Context, id kernel.ID, version int64, verb string, f func(*db.Tx, *Sheet) error) (Sheet, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		one, err := find(tx, id)
		if err != nil {
			return err
		}
		sheet := Sheet{Listed: one}
		s.permit(ctx, &sheet)
		if err := f(tx, &sheet); err != nil {
			return err
		}
		sheet.Version = version
		if err := replace(tx, sheet.Handover); err != nil {
			return err
		}
		return audit.Changed(tx, verb, "account", one.Account, told(one.Handover), told(sheet.Handover))
	})
	if err != nil {
		return Sheet{}, err
	}
	return s.Find(ctx, id)
}

// word is what of a hand-over the audit keeps: not the pack.
type word struct {
	State     string      `json:"state"`
	Until     kernel.Date `json:"until"`
	Note      string      `json:"note"`
	Questions string      `json:"questions"`
}

func told(h Handover) word { return word{h.State, h.Until, h.Note, h.Questions} }
