package handover

import (
	"context"

	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/development"
	"erba/feature/interaction"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/relation"
	"erba/feature/risk"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Others are the services that know what goes along.
type Others struct {
	Accounts     *account.Service
	Contacts     *contact.Service
	Relations    *relation.Service
	Commitments  *commitment.Service
	Plans        *plan.Service
	Visits       *visit.Service
	Interactions *interaction.Service
	Developments *development.Service
	Risks        *risk.Service
	Notices      *notice.Service
}

// Service hands accounts over.
type Service struct {
	db    *db.DB
	users *identity.Service
	Others
	today func() kernel.Date
}

// The notices of hand-overs.
const (
	received = "handover.notice_received"
	many     = "handover.notice_many"
	accepted = "handover.notice_accepted"
)

// NewService returns a service that begins a hand-over whenever an account changes hands.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, o Others) *Service {
	s := &Service{db: d, users: users, Others: o, today: kernel.Today}
	account.Keep(events, belongings)
	event.On(events, s.handed)
	o.Notices.Kind(notice.Kind{Key: received, Name: "handover.kind_received", Mail: true, Grant: "handover:read"})
	o.Notices.Kind(notice.Kind{Key: many, Name: "handover.kind_many", Mail: true})
	o.Notices.Kind(notice.Kind{Key: accepted, Name: "handover.kind_accepted", Grant: "handover:read"})
	return s
}

// belongings are the hand-overs of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "handovers", Columns: "k.id", Reason: "handover.changed_hands", Bring: bring}

// List is a page of hand-overs in sight.
func (s *Service) List(ctx context.Context, w Which) (page Page, err error) {
	page.Rows = []Listed{}
	w.Limit++
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := list(tx, w)
		if len(rows) == w.Limit {
			rows = rows[:w.Limit-1]
			page.Next = rows[len(rows)-1].ID
		}
		for _, row := range rows {
			page.Rows = append(page.Rows, row.aged(s.today()))
		}
		return err
	})
	return page, err
}

// Page is some hand-overs, the latest first.
type Page struct {
	Rows []Listed  `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// Find is one with what goes along: as it stood when it was accepted, else as it stands.
func (s *Service) Find(ctx context.Context, id kernel.ID) (sheet Sheet, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		sheet.Listed, err = find(tx, id)
		return err
	})
	if err != nil {
		return sheet, err
	}
	sheet.Listed = sheet.aged(s.today())
	s.permit(ctx, &sheet)
	sheet.Pack, err = s.pack(ctx, sheet.Handover)
	return sheet, err
}

// permit fills in what the viewer may do.
func (s *Service) permit(ctx context.Context, sheet *Sheet) {
	viewer, _ := identity.From(ctx)
	mine := viewer.ID == sheet.From || viewer.ID == sheet.By
	sheet.Takes = viewer.ID == sheet.To && sheet.State == Waiting && viewer.May("handover:write")
	sheet.Notes = mine && sheet.State == Waiting && viewer.May("handover:write")
	sheet.Leads = sheet.State != Recalled && s.may(ctx, "handover:end", sheet.Account)
}

// may reports whether the viewer holds a grant over an account.
func (s *Service) may(ctx context.Context, grant string, account kernel.ID) bool {
	return s.db.Read(identity.Under(ctx, grant), func(tx *db.Tx) error { return s.Accounts.Require(tx, account) }) == nil
}
