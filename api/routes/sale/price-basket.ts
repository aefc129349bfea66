import { priceBasketAt } from '../../../activities/sale/promotion/price-basket.js';
import { priceBasketRoute } from '../../../contract/sale/price-basket.js';
import { route } from '../../route.js';
import { sellerOf } from './seller-of.js';

export const priceBasket = route(priceBasketRoute).answers(
  async ({ body, principal }, { sources, clock, database: { prisma } }) => ({
    status: 200,
    body: await priceBasketAt({ sources, clock, prisma }, { body, seller: sellerOf(principal) }),
  }),
);
