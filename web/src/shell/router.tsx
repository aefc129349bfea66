import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { Frame } from './frame.js';
import { NotHere } from './not-here.js';
import { PAGES } from './pages.js';
import { firstPageOf } from './areas.js';
import type { Role } from './session.js';

/** The addresses of the console. Each page is a part of its own that is fetched when it is opened. */
export function routerFor(role: Role) {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotHere });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: firstPageOf(role) });
    },
  });
  const pages = PAGES.map(({ path, load }): AnyRoute =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(load, 'Page'),
    }),
  );
  return createRouter({
    routeTree: root.addChildren([home, ...pages]),
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
