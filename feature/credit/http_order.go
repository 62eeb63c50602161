package credit

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largest is how big a file of orders may be.
const largest = 8 << 20

func (s *Service) orderRoutes(r *web.Router) {
	web.Post(r, "/credit/orders", releasing.Propose, s.postOrder)
	web.Upload(r, "/credit/orders/file", releasing.Propose, largest, s.postFile)
	web.Get(r, "/credit/orders", "credit:read", s.getOrders)
	web.Download(r, "/credit/orders/export", "credit:export", s.getOrderFile)
	web.Post(r, "/credit/orders/{order}/recheck", releasing.Propose, s.postRecheck)
	web.Post(r, "/credit/orders/{order}/release", releasing.Propose, s.postRelease)
	web.Post(r, "/credit/orders/{order}/cash", writing, s.postCash)
	web.Post(r, "/credit/orders/{order}/close", writing, s.postClose)
}

// Sent is an order that is to be checked.
type Sent struct {
	Account  kernel.ID   `json:"account"`
	Number   string      `json:"number"             maxLength:"60" doc:"Of the order; the same number is the same order"`
	Amount   int64       `json:"amount"             minimum:"1" maximum:"100000000000000" doc:"Minor units, tax included"`
	Currency string      `json:"currency,omitempty" pattern:"^[A-Z]{3}$" doc:"Empty: the base currency"`
	On       kernel.Date `json:"on,omitzero"        doc:"Day of the order; empty: today"`
}

type postOrder struct{ Body Sent }

func (s *Service) postOrder(ctx context.Context, in *postOrder) (Answer, error) {
	b := in.Body
	return s.Check(ctx, Order{Account: b.Account, Number: b.Number, Original: b.Amount, Currency: b.Currency, On: b.On})
}

func (s *Service) postFile(ctx context.Context, _ *struct{}, body io.Reader) (Checked, error) {
	return s.CheckFile(ctx, body, said(ctx))
}

func said(ctx context.Context) func(key string, args map[string]any) string {
	return func(key string, args map[string]any) string { return text.Say(ctx, key, args) }
}

// Listing is the part of the query that says which orders.
type Listing struct {
	State   string    `query:"state"   enum:"held,passed,blocked,asked,released,cash,closed" doc:"held: blocked and asked; empty: all"`
	Account kernel.ID `query:"account" doc:"Empty: of all accounts in sight"`
}

type getOrders struct {
	Listing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getOrders(ctx context.Context, in *getOrders) (Board, error) {
	return s.Board(ctx, Which{in.Account, in.State, in.After, in.Limit})
}

type getOrderFile struct {
	Listing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getOrderFile(ctx context.Context, in *getOrderFile) (export.Table, error) {
	rows, err := s.ExportOrders(ctx, Which{Account: in.Account, State: in.State}, said(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "credit-orders", in.Format, OrderColumns, rows)
	t.Population = s.Orders
	return t, nil
}

// AtOrder names an order at the version that was read.
type AtOrder struct {
	ID kernel.ID `path:"order"`
	web.Match
}

// told is what whoever changes an order is told: as much as who sent it.
func told(o Order, err error) (Answer, error) { return o.answer(false), err }

func (s *Service) postRecheck(ctx context.Context, in *AtOrder) (Answer, error) {
	version, err := in.Replaces()
	if err != nil {
		return Answer{}, err
	}
	return told(s.Recheck(ctx, in.ID, version))
}

type because struct {
	AtOrder
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func (s *Service) postRelease(ctx context.Context, in *because) (Answer, error) {
	return in.change(ctx, s.Release)
}

func (s *Service) postCash(ctx context.Context, in *because) (Answer, error) {
	return in.change(ctx, s.PayFirst)
}

func (s *Service) postClose(ctx context.Context, in *because) (Answer, error) {
	return in.change(ctx, s.Close)
}

func (in *because) change(ctx context.Context, f func(context.Context, kernel.ID, int64, string) (Order, error)) (Answer, error) {
	version, err := in.Replaces()
	if err != nil {
		return Answer{}, err
	}
	return told(f(ctx, in.ID, version, in.Body.Reason))
}
