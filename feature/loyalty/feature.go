package loyalty

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what loyalty brings to the product.
var Feature = app.Feature{
	Name:  "loyalty",
	Files: files,
	Start: func(*app.Kit) {},
}
