package fee

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Reasoned is why somebody does something.
type Reasoned struct {
	Reason string `json:"reason" maxLength:"500"`
}

// Turning names a request as it was seen.
type Turning struct {
	ByFee
	web.Match
}

type postOverride struct {
	Turning
	Body Reasoned
}

func (s *Service) postOverride(ctx context.Context, in *postOverride) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Override(ctx, in.ID, version, in.Body.Reason)
}

// Raising asks for more.
type Raising struct {
	Amount int64  `json:"amount" minimum:"0" maximum:"100000000000" doc:"Minor units, altogether"`
	Reason string `json:"reason" maxLength:"500"`
}

type postRaise struct {
	ByFee
	Body Raising
}

func (s *Service) postRaise(ctx context.Context, in *postRaise) (struct{}, error) {
	return struct{}{}, s.Raise(ctx, in.ID, in.Body.Amount, in.Body.Reason)
}

func (s *Service) postExecute(ctx context.Context, in *Turning) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Execute(ctx, in.ID, version)
}

// Learned is what was learned of a request.
type Learned struct {
	Lesson string `json:"lesson" maxLength:"500"`
}

type postEvaluate struct {
	Turning
	Body Learned
}

func (s *Service) postEvaluate(ctx context.Context, in *postEvaluate) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Evaluate(ctx, in.ID, version, in.Body.Lesson)
}

// Shown names a look at a shop.
type Shown struct {
	Check kernel.ID `json:"check"`
}

type postCheck struct {
	ByFee
	Body Shown
}

func (s *Service) postCheck(ctx context.Context, in *postCheck) (struct{}, error) {
	return struct{}{}, s.Show(ctx, in.ID, in.Body.Check)
}

type postPaper struct {
	ByFee
	Name string `query:"name" required:"true" maxLength:"200" doc:"Of the file"`
}

func (s *Service) postPaper(ctx context.Context, in *postPaper, body io.Reader) (Paper, error) {
	return s.File(ctx, in.ID, in.Name, body)
}

type getPaper struct {
	ByFee
	Paper kernel.ID `path:"paper"`
}

func (s *Service) getPaper(ctx context.Context, in *getPaper) (web.File, error) {
	p, body, err := s.Paper(ctx, in.ID, in.Paper)
	return web.File{Name: p.Name, Type: p.Kind, Write: func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	}}, err
}

// Paying is what was paid.
type Paying struct {
	Amount   int64       `json:"amount"             minimum:"0" maximum:"100000000000" doc:"Minor units of its currency"`
	Currency string      `json:"currency,omitempty" maxLength:"3" doc:"Empty: the company's"`
	On       kernel.Date `json:"on"                 doc:"Value date"`
	Number   string      `json:"number"             maxLength:"60" doc:"Of the voucher"`
	Note     string      `json:"note"               maxLength:"500"`
	Last     bool        `json:"last"               doc:"Nothing more is paid"`
}

type postBooking struct {
	ByFee
	Body Paying
}

func (s *Service) postBooking(ctx context.Context, in *postBooking) (Booking, error) {
	b := in.Body
	return s.Settle(ctx, Booking{Fee: in.ID, On: b.On, Original: b.Amount, Currency: b.Currency, Number: b.Number, Note: b.Note}, b.Last)
}

type postReverse struct {
	Account kernel.ID `path:"account"`
	Booking kernel.ID `path:"booking"`
	Body    Reasoned
}

func (s *Service) postReverse(ctx context.Context, in *postReverse) (Booking, error) {
	return s.Reverse(ctx, in.Account, in.Booking, in.Body.Reason)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "fees", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type getBookings struct {
	Account kernel.ID `query:"account" doc:"Empty: all in sight"`
	After   kernel.ID `query:"after"   doc:"The field next of the page before"`
	Limit   int       `query:"limit"   minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getBookings(ctx context.Context, in *getBookings) (Ledger, error) {
	return s.Bookings(ctx, in.Account, in.After, in.Limit)
}

type getBookingExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getBookingExport(ctx context.Context, in *getBookingExport) (export.Table, error) {
	rows, err := s.ExportBookings(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "fee-bookings", in.Format, Booked, rows)
	t.Population = s.BookingPopulation
	return t, nil
}

type postImport struct {
	Try bool `query:"try" doc:"Only says what would be taken"`
}

func (s *Service) postImport(ctx context.Context, in *postImport, body io.Reader) (Imported, error) {
	return s.Import(ctx, body, in.Try, func(key string, args map[string]any) string { return text.Say(ctx, key, args) })
}

// Planning is what a budget says.
type Planning struct {
	From   kernel.Date `json:"from"`
	Until  kernel.Date `json:"until"`
	Type   string      `json:"type"           maxLength:"24" doc:"Empty: all"`
	Owner  kernel.ID   `json:"owner,omitzero" doc:"Nobody: everybody"`
	Amount int64       `json:"amount"         minimum:"0" maximum:"100000000000"`
	Note   string      `json:"note"           maxLength:"500"`
}

func (p Planning) budget() Budget {
	return Budget{From: p.From, Until: p.Until, Type: p.Type, Owner: p.Owner, Amount: p.Amount, Note: p.Note}
}

type none struct{}

func (s *Service) getBudgets(ctx context.Context, _ *none) ([]Purse, error) { return s.Budgets(ctx) }

type postBudget struct{ Body Planning }

func (s *Service) postBudget(ctx context.Context, in *postBudget) (Budget, error) {
	return s.Plan(ctx, in.Body.budget())
}

// ByBudget names a budget as it was seen.
type ByBudget struct {
	ID kernel.ID `path:"budget"`
	web.Match
}

type putBudget struct {
	ByBudget
	Body Planning
}

func (s *Service) putBudget(ctx context.Context, in *putBudget) (Budget, error) {
	version, err := in.Replaces()
	if err != nil {
		return Budget{}, err
	}
	b := in.Body.budget()
	b.ID, b.Version = in.ID, version
	return s.Plan(ctx, b)
}

func (s *Service) deleteBudget(ctx context.Context, in *ByBudget) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.DropBudget(ctx, in.ID, version)
}
