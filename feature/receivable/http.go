package receivable

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts receivables on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/money/ageing", "receivable:read", s.getAgeing)
	web.Get(r, "/money/head", "receivable:read", s.getHead)
	web.Download(r, "/money/ageing/export", "receivable:export", s.getExport)
	web.Get(r, "/accounts/{account}/receivables", "receivable:read", s.getAccount)
	web.Post(r, "/accounts/{account}/receivables/documents", "receivable:write", s.postDocument)
	web.Post(r, "/accounts/{account}/receivables/documents/{id}/reverse", "receivable:write", s.postReverse)
	s.allocating(r)
}

type getAccount struct {
	Account kernel.ID `path:"account" row:"account"`
	Day
}

func (s *Service) getAccount(ctx context.Context, in *getAccount) (*Account, error) {
	return s.Statement(ctx, in.Account, s.at(in.Day))
}

// Paper is a document that is to be booked.
type Paper struct {
	Kind      string      `json:"kind" enum:"invoice,credit,receipt,bill,refund,setoff,shipment" doc:"What is given up takes a second person: see collection"`
	Number    string      `json:"number,omitempty"    maxLength:"100" doc:"Of money the bank's reference; the same paper sent again is booked once"`
	Party     string      `json:"party,omitempty"     maxLength:"100" doc:"Who paid, where it was somebody else"`
	On        kernel.Date `json:"on"`
	Due       kernel.Date `json:"due,omitzero"        doc:"Empty: by the terms of its day"`
	Amount    int64       `json:"amount"              minimum:"1" maximum:"100000000000" doc:"Minor units of its currency, gross"`
	Currency  string      `json:"currency,omitempty"  pattern:"^([A-Z]{3})?$"`
	Reference string      `json:"reference,omitempty" maxLength:"100" doc:"Number of what it pays, takes back or invoices"`
	Contract  string      `json:"contract,omitempty"  maxLength:"60"`
	Method    string      `json:"method,omitempty"    maxLength:"60"`
	Matures   kernel.Date `json:"matures,omitzero"    doc:"Of a bill"`
	Recourse  bool        `json:"recourse,omitempty"`
	Accepted  bool        `json:"accepted,omitempty"  doc:"Of a bill: a bank stands for it"`
	Note      string      `json:"note,omitempty"      maxLength:"300"`
	With      kernel.ID   `json:"with,omitzero"       doc:"Of a set-off: the company of the group whose money it is"`
}

type postDocument struct {
	Account kernel.ID `path:"account" row:"account"`
	Body    Paper
}

func (s *Service) postDocument(ctx context.Context, in *postDocument) (Document, error) {
	p := in.Body
	d := Document{Account: in.Account, Kind: p.Kind, Number: p.Number, Party: p.Party, On: p.On, Due: p.Due, Amount: p.Amount, Currency: p.Currency,
		Reference: p.Reference, Contract: p.Contract, Method: p.Method, Matures: p.Matures, Recourse: p.Recourse, Accepted: p.Accepted, Note: p.Note}
	if p.Kind != Setoff {
		return s.Add(ctx, d)
	}
	return s.AddSetOff(ctx, d, p.With)
}

type postReverse struct {
	Account kernel.ID `path:"account" row:"account"`
	ID      kernel.ID `path:"id"`
	Body    struct {
		Reason string `json:"reason" minLength:"2" maxLength:"300"`
	}
}

func (s *Service) postReverse(ctx context.Context, in *postReverse) (struct{}, error) {
	return struct{}{}, s.TakeBack(ctx, in.Account, in.ID, in.Body.Reason)
}
