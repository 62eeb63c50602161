package visit

import (
	"context"

	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/web"
)

// turnRoutes are those by which a visit goes from one state to the next.
func (s *Service) turnRoutes(r *web.Router) {
	web.Post(r, "/visits/{visit}/book", "visit:write", s.postBook)
	web.Post(r, "/visits/{visit}/move", "visit:write", s.postMove)
	web.Post(r, "/visits/{visit}/cancel", "visit:write", s.postCancel)
	web.Post(r, "/visits/{visit}/execute", "visit:write", s.postExecute)
	web.Post(r, "/visits/{visit}/evaluate", "visit:write", s.postEvaluate)
	web.Post(r, "/visits/{visit}/close", "visit:write", s.postClose)
	web.Post(r, "/visits/{visit}/report", "visit:write", s.postReport)
	web.Put(r, "/visits/{visit}/objectives", "visit:write", s.putObjectives)
	web.Post(r, "/visits/{visit}/lights", "visit:write", s.postLights)
	web.Put(r, "/visits/{visit}/preparation", "visit:write", s.putPreparation)
}

// Turned names a visit and the version of it that the caller has read.
type Turned struct {
	Visit kernel.ID `path:"visit"`
	web.Match
}

// by turns the version of a visit that the caller has read.
func by(in Turned, f func(version int64) (Sheet, error)) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	return f(version)
}

func (s *Service) postBook(ctx context.Context, in *Turned) (Sheet, error) {
	return by(*in, func(version int64) (Sheet, error) { return s.Book(ctx, in.Visit, version) })
}

func (s *Service) postClose(ctx context.Context, in *Turned) (Sheet, error) {
	return by(*in, func(version int64) (Sheet, error) { return s.Close(ctx, in.Visit, version) })
}

type postMove struct {
	Turned
	Body Shift
}

func (s *Service) postMove(ctx context.Context, in *postMove) (Sheet, error) {
	return by(in.Turned, func(version int64) (Sheet, error) { return s.Move(ctx, in.Visit, version, in.Body) })
}

type postCancel struct {
	Turned
	Body struct {
		Reason string `json:"reason" maxLength:"300"`
	}
}

func (s *Service) postCancel(ctx context.Context, in *postCancel) (Sheet, error) {
	return by(in.Turned, func(version int64) (Sheet, error) { return s.Cancel(ctx, in.Visit, version, in.Body.Reason) })
}

type postExecute struct {
	Turned
	Body Report
}

func (s *Service) postExecute(ctx context.Context, in *postExecute) (Sheet, error) {
	return by(in.Turned, func(version int64) (Sheet, error) { return s.Execute(ctx, in.Visit, version, in.Body) })
}

type postEvaluate struct {
	Turned
	Body Verdict
}

func (s *Service) postEvaluate(ctx context.Context, in *postEvaluate) (Sheet, error) {
	return by(in.Turned, func(version int64) (Sheet, error) { return s.Evaluate(ctx, in.Visit, version, in.Body) })
}

type postReport struct {
	Visit kernel.ID `path:"visit"`
	Body  struct {
		Key     string `json:"key" minLength:"8" maxLength:"64" pattern:"^[A-Za-z0-9-]+$" doc:"Made once where the report was written: sent again it is the same report"`
		Version int64  `json:"version" doc:"Of the visit, as it was read when the report was written"`
		Report
	}
}

func (s *Service) postReport(ctx context.Context, in *postReport) (Reported, error) {
	return s.Report(ctx, in.Visit, in.Body.Key, in.Body.Version, in.Body.Report)
}

// wanted is what somebody says of an objective.
type wanted struct {
	Text       string          `json:"text" minLength:"2" maxLength:"300"`
	Metric     string          `json:"metric,omitempty" maxLength:"60"`
	Target     *kernel.Decimal `json:"target,omitempty"`
	Unit       string          `json:"unit,omitempty" maxLength:"20"`
	Confidence *int64          `json:"confidence,omitempty" minimum:"0" maximum:"100" doc:"Per cent"`
	Link       string          `json:"link,omitempty" enum:",goal,product"`
	Year       int64           `json:"year,omitempty" minimum:"0" maximum:"2200" doc:"Of the account's goal"`
	Product    kernel.ID       `json:"product,omitzero"`
	Deadline   kernel.Date     `json:"deadline,omitempty"`
	Confirmed  bool            `json:"confirmed,omitempty" doc:"Only with five lights"`
}

func (w wanted) objective() Objective {
	return Objective{Text: w.Text, Metric: w.Metric, Target: w.Target, Unit: w.Unit, Confidence: w.Confidence, Link: w.Link, Year: w.Year, Product: w.Product,
		Deadline: w.Deadline, Confirmed: w.Confirmed}
}

// aims are the objectives of a visit, in their order.
type aims struct {
	Objectives []wanted `json:"objectives" maxItems:"10"`
}

func (a aims) all() []Objective {
	all := make([]Objective, len(a.Objectives))
	for i, w := range a.Objectives {
		all[i] = w.objective()
	}
	return all
}

type putObjectives struct {
	Turned
	Body aims
}

func (s *Service) putObjectives(ctx context.Context, in *putObjectives) (Sheet, error) {
	return by(in.Turned, func(version int64) (Sheet, error) { return s.Aim(ctx, in.Visit, version, in.Body.all()) })
}

type postLights struct {
	Visit kernel.ID `path:"visit"`
	Body  aims
}

func (s *Service) postLights(ctx context.Context, in *postLights) ([]Objective, error) {
	return s.Try(ctx, in.Visit, in.Body.all())
}

// Ticked is one item of the preparation, done or not.
type Ticked struct {
	Item string `json:"item" enum:"appointment,cards,notebook,addresses,materials,quotation,background,objectives"`
	Done bool   `json:"done"`
}

type putPreparation struct {
	Turned
	Body struct {
		Items []Ticked `json:"items" minItems:"1" maxItems:"8"`
	}
}

func (s *Service) putPreparation(ctx context.Context, in *putPreparation) (Sheet, error) {
	items := map[rules.Item]bool{}
	for _, one := range in.Body.Items {
		items[rules.Item(one.Item)] = one.Done
	}
	return by(in.Turned, func(version int64) (Sheet, error) { return s.Tick(ctx, in.Visit, version, items) })
}
