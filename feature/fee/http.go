package fee

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts fees on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/fees", "fee:read", s.getFees)
	web.Download(r, "/fees/export", "fee:export", s.getExport)
	web.Get(r, "/fees/results", "margin:read", s.getResults)
	web.Get(r, "/fees/bookings", "fee:read", s.getBookings)
	web.Download(r, "/fees/bookings/export", "fee:export", s.getBookingExport)
	web.Upload(r, "/fees/bookings/import", "fee:settle", 10<<20, s.postImport)
	web.Get(r, "/fees/budgets", "fee:budgets", s.getBudgets)
	web.Post(r, "/fees/budgets", "fee:plan", s.postBudget)
	web.Put(r, "/fees/budgets/{budget}", "fee:plan", s.putBudget)
	web.Delete(r, "/fees/budgets/{budget}", "fee:plan", s.deleteBudget)
	web.Get(r, "/fees/{fee}", "fee:read", s.getFee)
	web.Put(r, "/fees/{fee}", "fee:request", s.putFee)
	web.Get(r, "/fees/{fee}/rule", "margin:read", s.getRule)
	web.Post(r, "/fees/{fee}/override", "fee:override", s.postOverride)
	web.Post(r, "/fees/{fee}/raise", "fee:request", s.postRaise)
	web.Post(r, "/fees/{fee}/execute", "fee:request", s.postExecute)
	web.Post(r, "/fees/{fee}/checks", "fee:request", s.postCheck)
	web.Upload(r, "/fees/{fee}/papers", "fee:request", 10<<20, s.postPaper)
	web.Document(r, "/fees/{fee}/papers/{paper}", "fee:read", s.getPaper)
	web.Post(r, "/fees/{fee}/bookings", "fee:settle", s.postBooking)
	web.Post(r, "/accounts/{account}/fees/bookings/{booking}/reverse", "fee:settle", s.postReverse)
	web.Post(r, "/fees/{fee}/evaluate", "fee:request", s.postEvaluate)
	web.Post(r, "/accounts/{account}/fees", "fee:request", s.postFee)
	web.Post(r, "/accounts/{account}/fees/foresee", "margin:read", s.postForesee)
	web.Get(r, "/accounts/{account}/fees/result", "margin:read", s.getResult)
}

// Narrowing is the part of the query that says which requests.
type Narrowing struct {
	Account   kernel.ID `query:"account"   doc:"Empty: of all in sight"`
	Promotion kernel.ID `query:"promotion" doc:"Empty: for whatever"`
	State     string    `query:"state"     enum:"blocked,waiting,refused,approved,executed,settled,evaluated" doc:"Empty: all"`
	Type      string    `query:"type"      maxLength:"24" doc:"With everything below it; empty: all"`
}

func (n Narrowing) which() Which {
	return Which{Account: n.Account, Promotion: n.Promotion, State: n.State, Type: n.Type}
}

type getFees struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getFees(ctx context.Context, in *getFees) (Register, error) {
	w := in.which()
	w.After, w.Limit = in.After, in.Limit
	return s.List(ctx, w)
}

// Asking is what somebody says of a request.
type Asking struct {
	Type      string      `json:"type"      maxLength:"24"`
	Name      string      `json:"name"      maxLength:"80"`
	Purpose   string      `json:"purpose"   maxLength:"500"`
	From      kernel.Date `json:"from"`
	Until     kernel.Date `json:"until"`
	Amount    int64       `json:"amount"    minimum:"0" maximum:"100000000000" doc:"Minor units"`
	Baseline  *int64      `json:"baseline,omitempty"  minimum:"0" maximum:"100000000000" doc:"Sales of its days without it"`
	Expected  *int64      `json:"expected,omitempty"  minimum:"0" maximum:"100000000000" doc:"Sales of its days with it"`
	Promotion kernel.ID   `json:"promotion,omitzero" doc:"Which it is spent for"`
}

func (a Asking) request() Request {
	return Request{Type: a.Type, Name: a.Name, Purpose: a.Purpose, From: a.From, Until: a.Until, Amount: a.Amount, Baseline: a.Baseline, Expected: a.Expected, Promotion: a.Promotion}
}

type postFee struct {
	Account kernel.ID `path:"account"`
	Body    Asking
}

func (s *Service) postFee(ctx context.Context, in *postFee) (Request, error) {
	r := in.Body.request()
	r.Account = in.Account
	return s.Ask(ctx, r)
}

func (s *Service) postForesee(ctx context.Context, in *postFee) (Rule, error) {
	r := in.Body.request()
	r.Account = in.Account
	return s.Foresee(ctx, r)
}

// ByFee names a request.
type ByFee struct {
	ID kernel.ID `path:"fee"`
}

func (s *Service) getFee(ctx context.Context, in *ByFee) (Sheet, error) { return s.Find(ctx, in.ID) }
func (s *Service) getRule(ctx context.Context, in *ByFee) (Rule, error) { return s.Rule(ctx, in.ID) }

type putFee struct {
	ByFee
	web.Match
	Body Asking
}

func (s *Service) putFee(ctx context.Context, in *putFee) (Request, error) {
	version, err := in.Replaces()
	if err != nil {
		return Request{}, err
	}
	r := in.Body.request()
	r.ID, r.Version = in.ID, version
	return s.Again(ctx, r)
}

// Span are some days.
type Span struct {
	From  kernel.Date `query:"from"  required:"true"`
	Until kernel.Date `query:"until" required:"true"`
}

type getResult struct {
	Account kernel.ID `path:"account"`
	Span
}

func (s *Service) getResult(ctx context.Context, in *getResult) (Result, error) {
	return s.Result(ctx, in.Account, in.From, in.Until)
}

type getResults struct{ Span }

func (s *Service) getResults(ctx context.Context, in *getResults) ([]Result, error) {
	return s.Results(ctx, in.From, in.Until)
}
