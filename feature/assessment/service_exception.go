package assessment

import (
	"context"
	"slices"
	"strings"

	"erba/analysis/qualification"
	"erba/feature/approval"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// override is the kind of proposal by which a director agrees to go after a deal
// although a gate does not open.
var override = approval.Kind{Name: "assessment.override", Propose: overriding, Bands: approval.By("assessment:approve"), Days: 14, Reason: true}

// asked is what a proposal is about.
type asked struct {
	Exception kernel.ID `json:"exception"`
}

// Except asks that a deal be gone after although a gate does not open. What is not
// answered well enough is answered first, not overruled.
func (s *Service) Except(ctx context.Context, deal kernel.ID, reason string) (e Exception, err error) {
	reason = strings.TrimSpace(reason)
	if n := len([]rune(reason)); n < leastReason || n > longestReason {
		return e, kernel.Invalid("assessment.bad_reason", "min", leastReason, "max", longestReason).In("reason")
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, deal)
		if err != nil {
			return err
		}
		sheet, err := s.Latest(tx, deal)
		if err != nil {
			return err
		}
		if !d.Live() || !overrulable(sheet) {
			return kernel.Refused("assessment.nothing_to_overrule")
		}
		e, err = s.propose(tx, d, sheet, reason)
		return err
	})
	return e, err
}

// overrulable reports whether a sheet stops at something that somebody may overrule.
func overrulable(s Sheet) bool {
	return s.Version > 0 && !slices.Contains([]string{qualification.Follow, qualification.Incomplete}, s.Verdict)
}

func (s *Service) propose(tx *db.Tx, d opportunity.Deal, sheet Sheet, reason string) (e Exception, err error) {
	cfg, _, err := s.settings(tx)
	if err != nil {
		return e, err
	}
	pending, err := exceptions(tx, d.ID)
	if err != nil {
		return e, err
	}
	if len(pending) > 0 && pending[0].State == Waiting {
		return e, kernel.Refused("approval.open_already")
	}
	e = Exception{ID: kernel.NewID(), Deal: d.ID, Sheet: sheet.ID, Verdict: sheet.Verdict, Step: sheet.Outcome.At, Reason: reason, State: Waiting,
		Until: s.today().Add(cfg.Days), Made: s.today(), Version: 1}
	e.ByID, e.By = viewer(tx.Context())
	p, err := s.Approvals.Propose(tx, approval.Draft{Kind: override.Name, Object: "opportunity", Subject: e.ID, Account: d.Account, Payload: asked{e.ID},
		Reason: reason, Link: "/opportunities/" + d.ID.String(), Args: approval.Args{{Name: "deal", Text: d.Name},
			{Name: "verdict", Keys: []string{"assessment.verdict_" + e.Verdict}}}})
	if err != nil {
		return e, err
	}
	e.Approval = p.ID
	if err := addException(tx, e); err != nil {
		return e, err
	}
	return e, audit.Changed(tx, "assessment.asked", "opportunity", d.ID, nil, e)
}

// granted and refused are what becomes of an exception once somebody has decided.
func (s *Service) granted(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.decided(tx, a, Granted)
}

func (s *Service) refused(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.decided(tx, a, Refused)
}

func (s *Service) decided(tx *db.Tx, a asked, becomes string) error {
	tx = identity.Whole(tx)
	before, err := exception(tx, a.Exception)
	if err != nil {
		return err
	}
	after := before
	after.State = becomes
	if err := stateException(tx, after); err != nil {
		return err
	}
	return audit.Changed(tx, "assessment."+becomes, "opportunity", before.Deal, before, after)
}

// excepted says whether the latest exception overrules what a page's sheet says.
func (s *Service) excepted(tx *db.Tx, p *Page, sheet Sheet) error {
	all, err := exceptions(tx, p.Deal)
	if err != nil {
		return err
	}
	for _, e := range all {
		if e.Verdict == sheet.Verdict && e.Step == sheet.Outcome.At {
			p.Exception, p.Follows = &e, p.Follows || e.Holds(sheet, p.Today)
			return nil
		}
	}
	return nil
}
