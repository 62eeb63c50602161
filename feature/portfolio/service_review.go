package portfolio

import (
	"context"
	"time"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

// removing is the kind of proposal by which an account leaves the register.
var removing = approval.Kind{Name: "portfolio.removal", Propose: "portfolio:review",
	Bands: approval.By("portfolio:approve"), Days: 30, Undo: 7 * 24 * time.Hour, Reason: true}

// removal is what is proposed: the end of an entry of the register.
type removal struct {
	Review kernel.ID
	Status Status
}

// Unlisted says that accounts are key accounts no longer.
type Unlisted struct{ Accounts []kernel.ID }

// ReviewRow is a review with its account, and whether somebody asks for its end.
type ReviewRow struct {
	Review
	Code  string    `json:"code"`
	Name  string    `json:"name"`
	Asked kernel.ID `json:"asked,omitzero" doc:"The open proposal to take it off the register"`
	By    kernel.ID `json:"by,omitzero"    doc:"Who proposes that"`
}

// Reviews is a page of reviews.
type Reviews struct {
	Rows []ReviewRow `json:"rows"`
	Next kernel.ID   `json:"next,omitzero"`
}

// Reviews returns a page of the reviews of a state, or of all, those due first.
func (s *Service) Reviews(ctx context.Context, state string, p Page) (page Reviews, err error) {
	page.Rows = []ReviewRow{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := reviews(tx, state, p)
		if err != nil {
			return err
		}
		ids := make([]kernel.ID, len(found))
		for i, r := range found {
			ids[i] = r.Account
		}
		asked, err := s.approvals.Pending(tx, removing.Name, ids...)
		for _, r := range found {
			row := ReviewRow{Review: r.Review, Code: r.Code, Name: r.Name}
			if p, open := asked[r.Account]; open && r.State == reviewOpen {
				row.Asked, row.By = p.ID, p.By
			}
			page.Rows = append(page.Rows, row)
		}
		if n := len(found); n == p.Limit && n > 0 {
			page.Next = found[n-1].ID
		}
		return err
	})
	return page, err
}

// Review opens a review of every key account that no rule makes such, once a
// quarter, and ends those that have become pointless.
func (s *Service) Review(ctx context.Context, lapsed []kernel.ID) error {
	return s.db.Write(system(ctx), func(tx *db.Tx) error {
		quarter, _ := quarterOf(kernel.Today())
		known, err := reviewsNow(tx, quarter)
		if err != nil {
			return err
		}
		opened, ended := sift(lapsed, known, kernel.Today())
		if err := addReviews(tx, opened...); err != nil {
			return err
		}
		var changed []audit.Record
		for _, r := range ended {
			if err := replaceReview(tx, r); err != nil {
				return err
			}
			before := r
			before.State, before.DecidedOn = reviewOpen, kernel.Date{}
			changed = append(changed, audit.Record{ID: r.ID, Before: before, After: r})
		}
		if err := audit.ChangedAll(tx, "portfolio.review_ended", "review", changed); err != nil || len(opened) == 0 {
			return err
		}
		return audit.Note(tx, "portfolio.review_opened", "portfolio", kernel.ID{}, map[string]int{"reviews": len(opened)})
	})
}

// Keep lets a key account stay one until the next quarter, although no rule
// makes it such.
func (s *Service) Keep(ctx context.Context, id kernel.ID, version int64, reason string) (r Review, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if r, err = s.openReview(tx, id, version); err != nil {
			return err
		}
		r, err = s.close(tx, r, reviewKept, reason, "portfolio.review_kept")
		return err
	})
	return r, err
}

// Dismiss proposes to take a key account off the register; it happens once a
// director has approved it.
func (s *Service) Dismiss(ctx context.Context, id kernel.ID, version int64, reason string) (p approval.Proposal, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := s.openReview(tx, id, version)
		if err != nil {
			return err
		}
		status, err := statusOf(tx, r.Account)
		if err != nil {
			return err
		}
		if err := s.unlessPending(tx, removing.Name, r.Account); err != nil {
			return err
		}
		names, err := s.accounts.Names(tx, []kernel.ID{r.Account})
		if err != nil {
			return err
		}
		p, err = s.approvals.Propose(tx, approval.Draft{Kind: removing.Name, Object: "review", Subject: r.ID, Account: r.Account,
			Payload: removal{r.ID, status}, Reason: reason, Link: "/accounts/" + r.Account.String(),
			Args: approval.Args{{Name: "account", Text: names[r.Account]}, {Name: "since", Text: status.Since.String()}}})
		return err
	})
	return p, err
}

// openReview is the version of an open review that its decider has seen.
func (s *Service) openReview(tx *db.Tx, id kernel.ID, version int64) (Review, error) {
	r, err := findReview(tx, id)
	switch {
	case err != nil:
		return r, err
	case r.State != reviewOpen:
		return r, kernel.Refused("portfolio.review_closed")
	case r.Version != version:
		return r, kernel.Stale("db.stale")
	}
	return r, nil
}

// close writes what becomes of a review, and who said so.
func (s *Service) close(tx *db.Tx, old Review, state, reason, verb string) (Review, error) {
	by, name := author(tx.Context())
	r, err := old.decided(state, reason, by, name, kernel.Today())
	if err != nil {
		return r, err
	}
	if err := replaceReview(tx, r); err != nil {
		return r, err
	}
	r.Version++
	return r, audit.Changed(tx, verb, "review", r.ID, old, r)
}

// reviewVersion is that of the review that a removal is about.
func (s *Service) reviewVersion(tx *db.Tx, id kernel.ID) (int64, error) {
	r, err := findReview(tx, id)
	return r.Version, err
}

// removed takes a key account off the register.
func (s *Service) removed(tx *db.Tx, p approval.Proposal, what removal) error {
	old, err := findReview(tx, what.Review)
	if err != nil {
		return err
	}
	if _, err := s.close(tx, old, reviewRemoved, p.Reason, "portfolio.removed"); err != nil {
		return err
	}
	return s.Unlist(tx, what.Status.Account)
}

// restored enters it again, and opens its review again.
func (s *Service) restored(tx *db.Tx, _ approval.Proposal, what removal) error {
	old, err := findReview(tx, what.Review)
	if err != nil {
		return err
	}
	r := old
	r.State, r.Reason, r.Decider, r.Decided, r.DecidedOn = reviewOpen, "", kernel.ID{}, "", kernel.Date{}
	if err := replaceReview(tx, r); err != nil {
		return err
	}
	if err := audit.Changed(tx, "portfolio.restored", "review", r.ID, old, r); err != nil {
		return err
	}
	return s.List(tx, what.Status)
}

// List enters key accounts by hand or by a decision, with a line in their history.
func (s *Service) List(tx *db.Tx, keys ...Status) error {
	if err := s.list(tx, keys...); err != nil {
		return err
	}
	for _, k := range keys {
		if err := s.remark(tx, k.Account, "", listedMark); err != nil {
			return err
		}
	}
	return s.touched(tx)
}

// Unlist takes an account off the register, with a line in its history.
func (s *Service) Unlist(tx *db.Tx, account kernel.ID) error {
	if err := dropStatus(tx, account); err != nil {
		return err
	}
	if err := s.remark(tx, account, listedMark, ""); err != nil {
		return err
	}
	if err := event.Emit(s.events, tx, Unlisted{[]kernel.ID{account}}); err != nil {
		return err
	}
	return s.touched(tx)
}

// listedMark stands in the history for a place in the register that no rule gives.
const listedMark = "KEY"

func (s *Service) remark(tx *db.Tx, account kernel.ID, was, is string) error {
	config, err := s.methods.Revision(tx)
	if err != nil {
		return err
	}
	return addChanges(tx, []changeRow{{kernel.NewID(), account, inRegister, was, is, kernel.Today(), config}})
}
