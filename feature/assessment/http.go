package assessment

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts assessments on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/opportunities/{opportunity}/assessment", reading, s.getPage)
	web.Put(r, "/opportunities/{opportunity}/assessment", writing, s.putSheet)
	web.Post(r, "/opportunities/{opportunity}/assessment/exception", overriding, s.postException)
	web.Get(r, "/opportunities/{opportunity}/assessment/evidence", reading, s.getEvidence)
	web.Put(r, "/opportunities/{opportunity}/assessment/bid", writing, s.putBid)
	web.Download(r, "/opportunities/{opportunity}/assessment/export", "assessment:export", s.exportSheet)
	web.Get(r, "/opportunities/{opportunity}/criteria", reading, s.getCriteria)
	web.Post(r, "/opportunities/{opportunity}/criteria", writing, s.postCriterion)
	web.Put(r, "/opportunities/{opportunity}/criteria/{id}", writing, s.putCriterion)
	web.Delete(r, "/opportunities/{opportunity}/criteria/{id}", writing, s.deleteCriterion)
	web.Download(r, "/opportunities/{opportunity}/criteria/export", "assessment:export", s.exportCriteria)
}

// OfDeal names a deal.
type OfDeal struct {
	Deal kernel.ID `path:"opportunity"`
}

type getPage struct {
	OfDeal
	Card string `query:"card" maxLength:"40" doc:"Empty: the one that was used last, else the four questions"`
}

func (s *Service) getPage(ctx context.Context, in *getPage) (Page, error) {
	return s.Page(ctx, in.Deal, in.Card)
}

type putSheet struct {
	OfDeal
	web.Match
	Body struct {
		Card    string     `json:"card"           maxLength:"40"`
		Rival   kernel.ID  `json:"rival,omitzero" doc:"Empty: us"`
		Fresh   bool       `json:"fresh"          doc:"Another round, though the deal is where it was"`
		Answers []Answered `json:"answers"        maxItems:"200" doc:"All, in place of those that were read"`
	}
}

func (s *Service) putSheet(ctx context.Context, in *putSheet) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	b := in.Body
	return s.Judge(ctx, Judging{Deal: in.Deal, Rival: b.Rival, Card: b.Card, Fresh: b.Fresh, Version: version, Answers: b.Answers})
}

type postException struct {
	OfDeal
	Body struct {
		Reason string `json:"reason" maxLength:"500" doc:"At least five characters"`
	}
}

func (s *Service) postException(ctx context.Context, in *postException) (Exception, error) {
	return s.Except(ctx, in.Deal, in.Body.Reason)
}

func (s *Service) getEvidence(ctx context.Context, in *OfDeal) (Evidence, error) {
	return s.Evidence(ctx, in.Deal)
}

type putBid struct {
	OfDeal
	web.Match
	Body struct {
		Spend  *int64   `json:"spend_minor" minimum:"0" maximum:"1000000000000" doc:"null: nobody knows"`
		People []Asking `json:"people"      maxItems:"20"`
	}
}

// Asking is how many hours it takes of somebody.
type Asking struct {
	User  kernel.ID      `json:"user"`
	Hours kernel.Decimal `json:"hours"`
}

func (s *Service) putBid(ctx context.Context, in *putBid) (Bid, error) {
	version, err := in.Replaces()
	if err != nil {
		return Bid{}, err
	}
	b := Bid{Deal: in.Deal, Spend: in.Body.Spend, Version: version}
	for _, p := range in.Body.People {
		b.People = append(b.People, Needed{Deal: in.Deal, User: p.User, Hours: p.Hours})
	}
	return s.Plan(ctx, b)
}

type exportSheet struct {
	OfDeal
	Card   string `query:"card"   maxLength:"40"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportSheet(ctx context.Context, in *exportSheet) (export.Table, error) {
	head, rows, err := s.Rows(ctx, in.Deal, in.Card, saying(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "assessment", in.Format, head, rows)
	t.Population = s.Population
	return t, nil
}

func saying(ctx context.Context) Say {
	return Say{Key: func(key string) string { return text.Say(ctx, key, nil) }, Chinese: text.Say(ctx, "assessment.tongue", nil) == "zh"}
}
