package pool

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what pool brings to the product.
var Feature = app.Feature{
	Name:  "pool",
	Files: files,
	Start: func(*app.Kit) {},
}
