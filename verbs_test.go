package erba

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"erba/feature"
	"erba/platform/text"
)

// What the audit remembers can be read: every verb has a text such as
// account.did_opened, and every object one such as account.thing.
func TestEveryVerbOfTheAuditHasWords(t *testing.T) {
	book, err := feature.Product.Texts()
	if err != nil {
		t.Fatal(err)
	}
	said := func(key string) bool {
		return !slices.ContainsFunc(text.Languages, func(lang string) bool { return book[lang][key] == "" })
	}
	folders := map[string][]*ast.File{}
	for path, file := range sources(t, ".go") {
		folders[filepath.Dir(path)] = append(folders[filepath.Dir(path)], file)
	}
	found := 0
	for folder, files := range folders {
		if folder == "platform/audit" {
			continue // it hands on what it is told
		}
		words := speech{files}
		words.each(func(call *ast.CallExpr, in *ast.FuncDecl) {
			verbs, objects := words.of(call.Args[1], in), words.of(call.Args[2], in)
			if len(verbs) == 0 || len(objects) == 0 {
				t.Errorf("%s: %s notes something whose verb or object cannot be found out", folder, in.Name)
			}
			for _, verb := range verbs {
				found++
				if key := strings.Replace(verb, ".", ".did_", 1); !said(key) {
					t.Errorf("%s: the verb %s has no text %s", folder, verb, key)
				}
			}
			for _, object := range objects {
				if !said(object + ".thing") {
					t.Errorf("%s: the object %s has no text %s.thing", folder, object, object)
				}
			}
		})
	}
	if found < 60 {
		t.Errorf("only %d verbs were found", found)
	}
}

// speech finds out what the functions of one package say.
type speech struct{ files []*ast.File }

// each calls do for every call of the audit that names a verb and an object.
func (s speech) each(do func(*ast.CallExpr, *ast.FuncDecl)) {
	s.functions(func(f *ast.FuncDecl) {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && len(call.Args) > 2 && isAudit(call.Fun) {
				do(call, f)
			}
			return true
		})
	})
}

func (s speech) functions(do func(*ast.FuncDecl)) {
	for _, file := range s.files {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
				do(f)
			}
		}
	}
}

func isAudit(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && pkg.Name == "audit" && slices.Contains([]string{"Note", "Seen", "Guarded", "Changed", "ChangedAll"}, sel.Sel.Name)
}

// of are the texts that an expression inside a function can stand for.
func (s speech) of(e ast.Expr, in *ast.FuncDecl) (all []string) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			word, _ := strconv.Unquote(e.Value)
			all = append(all, word)
		}
	case *ast.BinaryExpr:
		for _, one := range s.of(e.X, in) {
			for _, other := range s.of(e.Y, in) {
				all = append(all, one+other)
			}
		}
	case *ast.SelectorExpr: // a field: whatever is put into fields of that name
		all = s.put(e.Sel.Name)
	case *ast.CallExpr: // whatever the function returns
		if name, ok := e.Fun.(*ast.Ident); ok {
			all = s.returned(name.Name)
		}
	case *ast.Ident:
		all = s.named(e.Name, in)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// named is a constant, a variable of the function, or a parameter of it.
func (s speech) named(name string, in *ast.FuncDecl) (all []string) {
	if all = s.constant(name); len(all) > 0 {
		return all
	}
	at := 0
	for _, p := range in.Type.Params.List {
		for _, n := range p.Names {
			if n.Name == name {
				return s.passed(in.Name.Name, at)
			}
			at++
		}
	}
	ast.Inspect(in, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == len(a.Rhs) {
			for i, left := range a.Lhs {
				if id, ok := left.(*ast.Ident); ok && id.Name == name {
					all = append(all, s.of(a.Rhs[i], in)...)
				}
			}
		}
		return true
	})
	return all
}

func (s speech) constant(name string) (all []string) {
	for _, file := range s.files {
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				if i := slices.IndexFunc(v.Names, func(n *ast.Ident) bool { return n.Name == name }); i >= 0 && i < len(v.Values) {
					all = append(all, s.of(v.Values[i], nil)...)
				}
			}
		}
	}
	return all
}

// passed are the texts with which a function is called at a place.
func (s speech) passed(function string, at int) (all []string) {
	s.functions(func(f *ast.FuncDecl) {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && calledName(call) == function && at < len(call.Args) && f.Name.Name != function {
				all = append(all, s.of(call.Args[at], f)...)
			}
			return true
		})
	})
	return all
}

func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// returned are the texts that a function returns, or that functions return
// which are handed over under its name.
func (s speech) returned(name string) (all []string) {
	s.functions(func(f *ast.FuncDecl) {
		if f.Name.Name == name {
			all = append(all, s.returnedBy(f.Body, f)...)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				for _, arg := range call.Args {
					if lit, ok := arg.(*ast.FuncLit); ok && takes(s, calledName(call), name) {
						all = append(all, s.returnedBy(lit.Body, f)...)
					}
				}
			}
			return true
		})
	})
	return all
}

func (s speech) returnedBy(body ast.Node, in *ast.FuncDecl) (all []string) {
	ast.Inspect(body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok {
			for _, e := range r.Results {
				all = append(all, s.of(e, in)...)
			}
		}
		return true
	})
	return all
}

// takes reports whether a function has a parameter of that name.
func takes(s speech, function, parameter string) (found bool) {
	s.functions(func(f *ast.FuncDecl) {
		for _, p := range f.Type.Params.List {
			found = found || f.Name.Name == function && slices.ContainsFunc(p.Names, func(n *ast.Ident) bool { return n.Name == parameter })
		}
	})
	return found
}

// put are the texts that are assigned to fields of a name anywhere in the package.
func (s speech) put(field string) (all []string) {
	s.functions(func(f *ast.FuncDecl) {
		ast.Inspect(f, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == len(a.Rhs) {
				for i, left := range a.Lhs {
					if sel, ok := left.(*ast.SelectorExpr); ok && sel.Sel.Name == field {
						all = append(all, s.plain(a.Rhs[i])...)
					}
				}
			}
			return true
		})
	})
	return all
}

// plain is a literal or a constant; anything else says nothing.
func (s speech) plain(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		return s.of(e, nil)
	case *ast.Ident:
		return s.constant(e.Name)
	}
	return nil
}
