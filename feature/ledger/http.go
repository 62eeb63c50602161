package ledger

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts the ledger on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/sales", "ledger:read", s.getSales)
	web.Get(r, "/accounts/{account}/lines", "ledger:read", s.getLines)
	web.Get(r, "/accounts/{account}/invoices", "invoice:read", s.getInvoices)
	web.Get(r, "/batches", "batch:read", s.getBatches)
	web.Get(r, "/batches/{id}", "batch:read", s.getBatch)
	web.Post(r, "/batches/{id}/undo", "batch:undo", s.postUndo)
	web.Get(r, "/rates", "rate:read", s.getRates)
	web.Put(r, "/rates/{currency}", "rate:write", s.putRate)
}

type getSales struct {
	Account kernel.ID   `path:"account" row:"account"`
	AsOf    kernel.Date `query:"as_of" doc:"Empty: today"`
	Months  int         `query:"months" minimum:"1" maximum:"120" default:"12"`
}

func (s *Service) getSales(ctx context.Context, in *getSales) (Summary, error) {
	return s.Summary(ctx, in.Account, in.AsOf, in.Months)
}

type getLines struct {
	Account kernel.ID   `path:"account" row:"account"`
	From    kernel.Date `query:"from" doc:"First day, included"`
	To      kernel.Date `query:"to" doc:"Last day, included"`
	Product string      `query:"product" maxLength:"60"`
	Order   string      `query:"order" maxLength:"60"`
	After   string      `query:"after" maxLength:"40" doc:"The field next of the page before"`
	Limit   int         `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getLines(ctx context.Context, in *getLines) (Rows, error) {
	return s.Lines(ctx, Query(*in))
}

type getInvoices struct {
	Account kernel.ID `path:"account" row:"account"`
	After   string    `query:"after" maxLength:"40" doc:"The field next of the page before"`
	Limit   int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getInvoices(ctx context.Context, in *getInvoices) (InvoiceRows, error) {
	return s.Invoices(ctx, in.Account, in.After, in.Limit)
}

type getBatches struct {
	After kernel.ID `query:"after" doc:"The last batch of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getBatches(ctx context.Context, in *getBatches) ([]Batch, error) {
	return s.Batches(ctx, in.After, in.Limit)
}

type getBatch struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getBatch(ctx context.Context, in *getBatch) (Batch, error) {
	return s.Batch(ctx, in.ID)
}

func (s *Service) postUndo(ctx context.Context, in *getBatch) (Batch, error) {
	return s.Undo(ctx, in.ID)
}

type getRates struct {
	Currency string `query:"currency" maxLength:"3"`
}

func (s *Service) getRates(ctx context.Context, in *getRates) ([]Rate, error) {
	return s.Rates(ctx, in.Currency)
}

type putRate struct {
	Currency string `path:"currency" pattern:"^[A-Z]{3}$"`
	Body     struct {
		Since kernel.Date    `json:"since"`
		Rate  kernel.Decimal `json:"rate"`
	}
}

func (s *Service) putRate(ctx context.Context, in *putRate) (Rate, error) {
	rate := Rate{in.Currency, in.Body.Since, in.Body.Rate}
	return rate, s.SetRates(ctx, rate)
}
